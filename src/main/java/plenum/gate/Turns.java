package plenum.gate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only so many requests of each work at the same time, in the order in which they came. The
 * others wait in their threads: threads that compute share the processors with everybody's, those
 * that wait take nothing from anybody. Thread-safe.
 *
 * @param <K> whose requests they are
 */
final class Turns<K> {

  private record Line(Semaphore turns, int users) {}

  private final int atOnce;
  private final Duration patience;
  private final Map<K, Line> lines = new HashMap<>();

  /**
   * @param patience how long one waits before it works without a turn: those before it may wait for
   *     something themselves
   */
  Turns(int atOnce, Duration patience) {
    this.atOnce = atOnce;
    this.patience = patience;
  }

  /**
   * Returns when it is that one's turn.
   *
   * @return to be run when the work is done
   */
  Runnable await(K who) {
    Semaphore turns = enter(who);
    boolean own = wait(turns);
    return () -> {
      if (own) {
        turns.release();
      }
      leave(who);
    };
  }

  /** Whose requests work or wait. */
  synchronized int size() {
    return lines.size();
  }

  private boolean wait(Semaphore turns) {
    try {
      return turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized Semaphore enter(K who) {
    Line line = lines.getOrDefault(who, new Line(new Semaphore(atOnce, true), 0));
    lines.put(who, new Line(line.turns(), line.users() + 1));
    return line.turns();
  }

  private synchronized void leave(K who) {
    lines.computeIfPresent(
        who, (same, line) -> line.users() == 1 ? null : new Line(line.turns(), line.users() - 1));
  }
}
