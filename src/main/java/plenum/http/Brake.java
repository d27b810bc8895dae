package plenum.http;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import plenum.time.Stopwatch;

/**
 * Slows down who guesses passwords: after so many failures within a minute one has to wait for the
 * minute's end. Thread-safe. It remembers a bounded number of those who fail; when there are more,
 * the one that failed first is forgotten.
 *
 * @param <K> who fails
 */
public final class Brake<K> {

  /** Failures that nobody needs who mistypes. */
  public static final int FAILURES = 10;

  static final int CAPACITY = 10_000;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  private static final class Failures {
    private final Stopwatch since;
    private int count;

    private Failures(Stopwatch since) {
      this.since = since;
    }

    private Duration left() {
      return WINDOW.minus(since.passed());
    }
  }

  private final int most;
  private final LongSupplier nanoTime;

  /** The first to be forgotten is the first. */
  private final Map<K, Failures> failures = new LinkedHashMap<>();

  /**
   * @param most failures within a minute
   * @param nanoTime as {@link System#nanoTime}
   */
  public Brake(int most, LongSupplier nanoTime) {
    this.most = most;
    this.nanoTime = nanoTime;
  }

  /** How long one has to wait; zero when one may try. */
  public synchronized Duration pause(K who) {
    Failures own = failures.get(who);
    if (own == null || own.count < most) {
      return Duration.ZERO;
    }
    Duration left = own.left();
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Counts a failure.
   *
   * @return whether one has to wait from now on
   */
  public synchronized boolean failed(K who) {
    Iterator<Failures> oldest = failures.values().iterator();
    while (oldest.hasNext() && oldest.next().left().compareTo(Duration.ZERO) <= 0) {
      oldest.remove();
    }
    Failures own = failures.computeIfAbsent(who, first -> new Failures(Stopwatch.start(nanoTime)));
    if (failures.size() > CAPACITY) {
      failures.remove(failures.keySet().iterator().next());
    }
    return ++own.count == most;
  }

  /** Forgets the failures of one who has succeeded. */
  public synchronized void succeeded(K who) {
    failures.remove(who);
  }

  /**
   * One of the failures was none. The minute that began with it goes on for the others, if there
   * are any.
   */
  public synchronized void withdrawn(K who) {
    Failures own = failures.get(who);
    if (own != null && --own.count <= 0) {
      failures.remove(who);
    }
  }

  synchronized int size() {
    return failures.size();
  }
}
