package plenum.http;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import plenum.settings.Network;
import plenum.time.Stopwatch;

/**
 * Slows down who guesses passwords: after so many failures within a minute an address has to wait
 * for the minute's end. Thread-safe. It remembers a bounded number of addresses; when there are
 * more, the one that failed first is forgotten.
 */
public final class Brake {

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

  private final LongSupplier nanoTime;

  /** The first to be forgotten is the first. */
  private final Map<Network, Failures> failures = new LinkedHashMap<>();

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  public Brake(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** How long the address has to wait; zero when it may try. */
  public synchronized Duration pause(InetAddress address) {
    Failures own = failures.get(Network.ofClient(address));
    if (own == null || own.count < FAILURES) {
      return Duration.ZERO;
    }
    Duration left = own.left();
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Counts a failure.
   *
   * @return whether the address has to wait from now on
   */
  public synchronized boolean failed(InetAddress address) {
    Iterator<Failures> oldest = failures.values().iterator();
    while (oldest.hasNext() && oldest.next().left().compareTo(Duration.ZERO) <= 0) {
      oldest.remove();
    }
    Failures own =
        failures.computeIfAbsent(
            Network.ofClient(address), first -> new Failures(Stopwatch.start(nanoTime)));
    if (failures.size() > CAPACITY) {
      failures.remove(failures.keySet().iterator().next());
    }
    return ++own.count == FAILURES;
  }

  /** Forgets the failures of an address that has succeeded. */
  public synchronized void succeeded(InetAddress address) {
    failures.remove(Network.ofClient(address));
  }

  synchronized int size() {
    return failures.size();
  }
}
