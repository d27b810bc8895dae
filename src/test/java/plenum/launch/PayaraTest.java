package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.SmallDisk;

/** What keeps Payara Micro from running. */
class PayaraTest {

  @TempDir Path directory;

  private String refused(Path data) {
    Payara payara =
        new Payara(directory.resolve("a.jar"), data.resolve("payara"), directory.resolve("b"));
    return assertThrows(LaunchRefused.class, () -> payara.run(List.of())).getMessage();
  }

  @Test
  void saysThatADiskIsFullBeforeItStarts() throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    try (SmallDisk disk = SmallDisk.at(data, "1m")) {
      String sentence = refused(data);
      assertTrue(sentence.startsWith("The disk of the data directory " + data), sentence);
      assertTrue(sentence.endsWith("4096 are needed."), sentence);
    }
  }

  @Test
  void saysWhichFolderItCannotMake() throws IOException {
    Path data = Files.writeString(directory.resolve("data"), "a file");
    String sentence = refused(data);
    assertTrue(sentence.startsWith("The folder " + data.resolve("payara")), sentence);
  }

  @Test
  void tellsWhatHappenedInsideWhatFailed() {
    IOException full = new IOException("No space left on device");
    assertEquals(
        "No space left on device",
        Reason.of(new IllegalStateException("Problem unpacking", new IllegalStateException(full))));
    assertEquals("it says", Reason.of(new IllegalStateException("outer", new Error("it says"))));
    assertEquals("permission denied for /a", Reason.of(new AccessDeniedException("/a")));
    assertEquals("Error", Reason.of(new Error()));
  }
}
