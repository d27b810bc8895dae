package plenum.launch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Finds a start that stands still for ever, with the services of Payara Micro: seen twice with HK2
 * 4.0.3, in one start in some hundred, while several threads started them. The process does nothing
 * then. A slow machine goes on working, and who waits for a database is past that.
 */
final class StandingStart implements Runnable {

  private static final String SERVICES = "org.glassfish.hk2.runlevel.internal.CurrentTaskFuture";
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** So often in turn it has to look as if it stood. */
  private static final int LOOKS = 6;

  /** Of the processor's time, in the time of a look: a process that only waits takes 20 ms. */
  private static final Duration IDLE = Duration.ofMillis(200);

  private final BooleanSupplier waiting;
  private final Supplier<Optional<Duration>> worked;
  private final Runnable found;
  private Duration before = Duration.ZERO;
  private int looks;

  /**
   * @param waiting whether the start waits for services now
   * @param worked the processor's time of this process, where the system tells it
   * @param found what is done then, once
   */
  StandingStart(BooleanSupplier waiting, Supplier<Optional<Duration>> worked, Runnable found) {
    this.waiting = waiting;
    this.worked = worked;
    this.found = found;
  }

  /** Of this process, in which that thread starts Payara Micro. */
  static StandingStart of(Thread starting, Runnable found) {
    return new StandingStart(
        () -> waits(starting), () -> ProcessHandle.current().info().totalCpuDuration(), found);
  }

  private static boolean waits(Thread starting) {
    return Arrays.stream(starting.getStackTrace())
        .anyMatch(frame -> frame.getClassName().startsWith(SERVICES));
  }

  @Override
  public void run() {
    try {
      do {
        TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
      } while (StartingPage.isOpen() && !stands());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once more; whether it was found. */
  boolean stands() {
    Optional<Duration> now = worked.get();
    boolean idle = now.isPresent() && now.get().minus(before).compareTo(IDLE) < 0;
    before = now.orElse(before);
    looks = idle && waiting.getAsBoolean() ? looks + 1 : 0;
    if (looks < LOOKS) {
      return false;
    }
    found.run();
    return true;
  }
}
