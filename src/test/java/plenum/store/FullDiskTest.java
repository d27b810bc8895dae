package plenum.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real disk that is full, or cannot be written; only root can make one. */
class FullDiskTest {

  private static final String LONG = "x".repeat(40_000);

  @TempDir Path mountPoint;

  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mountPoint.toString());
    if (!mounted) {
      System.out.println("[full disk] Not tested: this user cannot mount a small disk.");
    }
    assumeTrue(mounted, "cannot mount a small disk");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertTrue(run("umount", mountPoint.toString()));
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
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
  void saysThatADiskCannotBeWritten() throws IOException, InterruptedException {
    StoredFile file = new DataDirectory(mountPoint).file("a");
    file.write("old");
    assertTrue(run("mount", "-o", "remount,ro", mountPoint.toString()));

    StoreFailure failure = assertThrows(StoreFailure.class, () -> file.write("new"));
    assertEquals("Read-only file system", failure.reason());
    assertEquals("old", text(file));
  }
}
