package plenum.launch;

import java.util.concurrent.TimeUnit;

/**
 * Gives memory back to the system that the JVM itself took and needs no longer, such as its
 * compilers' for the start: the C library keeps it otherwise, some 40 MB. By a command of the JVM
 * that there is on Linux with Java 17.0.9 and newer; elsewhere nothing happens.
 */
final class NativeMemory implements Runnable {

  /** Until a start's methods are compiled. */
  private static final long FIRST_SECONDS = 20;

  /** What later compilations leave behind; there is little to do, 1 to 8 milliseconds. */
  private static final long EACH_SECONDS = 20;

  @Override
  public void run() {
    try {
      TimeUnit.SECONDS.sleep(FIRST_SECONDS);
      while (trim()) {
        TimeUnit.SECONDS.sleep(EACH_SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether that can be done here. */
  static boolean trim() {
    return JvmCommand.answer("systemTrimNativeHeap").isPresent();
  }
}
