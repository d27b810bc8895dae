package plenum.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import plenum.settings.Network;
import plenum.time.Stopwatch;

/**
 * Slows down who guesses passwords, without locking anybody out. Failures are counted for an
 * account from one address, for an address, and for an account from anywhere; each count asks for a
 * pause that grows and has a small end. A browser by which its person has logged in before is
 * counted by itself alone: no guesses of others hold it up. An attempt that has to wait is not
 * counted, so that nobody makes another's pause longer by trying. Thread-safe; remembers a bounded
 * number of counts.
 */
final class LoginBrake {

  static final int CAPACITY = 50_000;

  /** Counts are forgotten so long after the last failure. */
  private static final Duration MEMORY = Duration.ofHours(1);

  /** Failures that cost nothing; then a second, two, four, up to the longest pause. */
  private record Pace(int free, Duration longest) {
    private Duration pause(int failures) {
      int beyond = Math.min(failures - free, 20);
      Duration grown = beyond < 0 ? Duration.ZERO : Duration.ofSeconds(1L << beyond);
      return grown.compareTo(longest) < 0 ? grown : longest;
    }
  }

  private static final Pace OF_ACCOUNT_FROM_ADDRESS = new Pace(5, Duration.ofMinutes(5));
  private static final Pace OF_ADDRESS = new Pace(50, Duration.ofSeconds(30));
  private static final Pace OF_ACCOUNT = new Pace(50, Duration.ofSeconds(30));
  private static final Pace OF_DEVICE = new Pace(10, Duration.ofMinutes(1));

  private record Counter(String key, Pace pace) {}

  private static final class Failures {
    private Stopwatch last;
    private int count;
  }

  private final LongSupplier nanoTime;
  private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  LoginBrake(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Somebody tries. What may be tried now counts as a failure until {@link #succeeded}, so that
   * many tries at once are many.
   *
   * @param device a browser that is known for this account
   * @return how long to wait; zero when it may be tried now
   */
  synchronized Duration attempt(LoginName login, Network from, Optional<String> device) {
    List<Counter> counters = counters(login, from, device);
    Duration pause =
        counters.stream().map(this::left).max(Duration::compareTo).orElse(Duration.ZERO);
    if (pause.isZero()) {
      counters.forEach(this::count);
    }
    return pause;
  }

  /** The attempt was right: it is counted no longer, and others of the same browser neither. */
  synchronized void succeeded(LoginName login, Network from, Optional<String> device) {
    List<Counter> counters = counters(login, from, device);
    failures.remove(counters.get(0).key());
    counters.stream().skip(1).forEach(this::uncount);
  }

  private static List<Counter> counters(LoginName login, Network from, Optional<String> device) {
    if (device.isPresent()) {
      return List.of(new Counter("device " + device.get() + " " + login, OF_DEVICE));
    }
    return Stream.of(
            new Counter("pair " + from + " " + login, OF_ACCOUNT_FROM_ADDRESS),
            new Counter("address " + from, OF_ADDRESS),
            new Counter("account " + login, OF_ACCOUNT))
        .toList();
  }

  private Duration left(Counter counter) {
    Failures known = failures.get(counter.key());
    if (known == null) {
      return Duration.ZERO;
    }
    Duration left = counter.pace().pause(known.count).minus(known.last.passed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void count(Counter counter) {
    forgetOld();
    Failures known = failures.computeIfAbsent(counter.key(), first -> new Failures());
    known.count++;
    known.last = Stopwatch.start(nanoTime);
    if (failures.size() > CAPACITY) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  private void uncount(Counter counter) {
    Failures known = failures.get(counter.key());
    if (known != null && --known.count == 0) {
      failures.remove(counter.key());
    }
  }

  /** The longest unused stand first. */
  private void forgetOld() {
    var oldest = failures.values().iterator();
    while (oldest.hasNext() && oldest.next().last.passed().compareTo(MEMORY) > 0) {
      oldest.remove();
    }
  }

  synchronized int size() {
    return failures.size();
  }
}
