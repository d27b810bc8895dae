package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFileTest {

  @TempDir Path directory;

  @Test
  void isEmptyBeforeItIsWritten() {
    assertEquals(Optional.empty(), new DataDirectory(directory).file("a").read());
  }

  @Test
  void replacesTheWholeText() throws IOException {
    StoredFile file = new DataDirectory(directory.resolve("new/deep")).file("a");
    file.write("first, which is longer");
    file.write("第二");

    assertEquals(Optional.of("第二"), file.read());
    try (var files = Files.list(directory.resolve("new/deep"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void overwritesWhatAnInterruptedWriteLeft() throws IOException {
    Files.writeString(directory.resolve("a.new"), "half");
    StoredFile file = new DataDirectory(directory).file("a");
    file.write("whole");

    assertEquals(Optional.of("whole"), file.read());
    assertFalse(Files.exists(directory.resolve("a.new")));
  }
}
