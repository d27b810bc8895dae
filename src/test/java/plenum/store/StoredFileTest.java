package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredFileTest {

  @TempDir Path directory;

  private static String text(StoredFile file) {
    return new String(file.read().orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void isEmptyBeforeItIsWritten() {
    assertEquals(Optional.empty(), new DataDirectory(directory).file("a").read());
  }

  @Test
  void replacesTheWholeText() throws IOException {
    StoredFile file = new DataDirectory(directory.resolve("new/deep")).file("a");
    file.write("first, which is longer");
    file.write("第二");

    assertEquals("第二", text(file));
    try (var files = Files.list(directory.resolve("new/deep"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void overwritesWhatAnInterruptedWriteLeft() throws IOException {
    Files.writeString(directory.resolve("a.new"), "half");
    StoredFile file = new DataDirectory(directory).file("a");
    file.write("whole");

    assertEquals("whole", text(file));
    assertFalse(Files.exists(directory.resolve("a.new")));
  }

  @Test
  void keepsTheOldTextAndNothingOfTheNewWhenItCannotBeReplaced() throws IOException {
    StoredFile file = new DataDirectory(directory).file("a");
    Files.createDirectories(directory.resolve("a/inside"));

    assertThrows(StoreFailure.class, () -> file.write("new"));
    assertTrue(Files.isDirectory(directory.resolve("a/inside")));
    assertFalse(Files.exists(directory.resolve("a.new")));
  }

  @Test
  void saysWhyItCannotBeWritten() throws IOException {
    Files.createDirectories(directory.resolve("a.new/inside"));
    StoredFile file = new DataDirectory(directory).file("a");

    StoreFailure failure = assertThrows(StoreFailure.class, () -> file.write("text"));
    assertEquals("Directory not empty", failure.reason());
    assertEquals(
        "The file %s cannot be written: Directory not empty.".formatted(directory.resolve("a")),
        failure.getMessage());
  }

  @Test
  void closesAFileThatOthersCanRead() throws IOException {
    StoredFile file = new DataDirectory(directory).file("a");
    file.write("text");
    assertFalse(file.closeToOthers());

    Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r--r--"));
    assertTrue(file.closeToOthers());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
  }
}
