package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell's script in the server's place. */
class ServerProcessTest {

  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
  }

  /** One that notes each start, and whose first ones end with 70. */
  private int run(int failing, int then) {
    String script =
        "echo >> starts; [ $(grep -c ^ starts) -le %d ] && exit 70; exit %d"
            .formatted(failing, then);
    return ServerProcess.run(List.of("/bin/sh", "-c", "cd '%s'; %s".formatted(folder, script)));
  }

  private int starts() throws IOException {
    return Files.readAllLines(folder.resolve("starts")).size();
  }

  @Test
  void startsAgainWhatPayaraLeftEmpty() throws IOException {
    assertEquals(0, run(1, 0));
    assertEquals(2, starts());
  }

  @Test
  void givesUpAtTheThird() throws IOException {
    assertEquals(70, run(5, 0));
    assertEquals(3, starts());
  }

  @Test
  void leavesOtherEndingsAlone() throws IOException {
    assertEquals(78, run(0, 78));
    assertEquals(1, starts());
  }
}
