package plenum.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real disk of few bytes; only root can make one, and the test of anybody else is skipped. */
public final class SmallDisk implements AutoCloseable {

  private final Path mountPoint;

  private SmallDisk(Path mountPoint) {
    this.mountPoint = mountPoint;
  }

  /**
   * Mounts one.
   *
   * @param size such as {@code 64k}
   */
  public static SmallDisk at(Path mountPoint, String size) throws Exception {
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", "" + mountPoint);
    if (!mounted) {
      System.out.println("[full disk] Not tested: this user cannot mount a small disk.");
    }
    assumeTrue(mounted, "cannot mount a small disk");
    return new SmallDisk(mountPoint);
  }

  /** Makes it another one, by an option of {@code mount}, such as {@code ro}. */
  public void remount(String option) throws Exception {
    assertTrue(run("mount", "-o", "remount," + option, mountPoint.toString()));
  }

  @Override
  public void close() throws Exception {
    assertTrue(run("umount", mountPoint.toString()));
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    }
  }
}
