package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.SmallDisk;

/** A real disk that is full, or cannot be written; only root can make one. */
class FullDiskTest {

  private static final String LONG = "x".repeat(40_000);

  @TempDir Path mountPoint;

  private SmallDisk disk;

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.at(mountPoint, "64k");
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) {
      disk.close();
    }
  }

  private static String text(StoredFile file) {
    return new String(file.read().orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void keepsTheOldTextAndLeavesNoHalf() {
    StoredFile file = new DataDirectory(mountPoint).file("a");
    file.write(LONG);

    StoreFailure failure = assertThrows(StoreFailure.class, () -> file.write(LONG));
    assertEquals("No space left on device", failure.reason());
    assertEquals(LONG, text(file));
    assertFalse(Files.exists(mountPoint.resolve("a.new")));
  }

  @Test
  void saysThatADiskCannotBeWritten() throws Exception {
    StoredFile file = new DataDirectory(mountPoint).file("a");
    file.write("old");
    disk.remount("ro");

    StoreFailure failure = assertThrows(StoreFailure.class, () -> file.write("new"));
    assertEquals("Read-only file system", failure.reason());
    assertEquals("old", text(file));
  }
}
