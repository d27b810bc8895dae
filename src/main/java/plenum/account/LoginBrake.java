package plenum.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.settings.Network;
import plenum.time.Stopwatch;

/**
 * Slows down who guesses passwords, without locking anybody out. Failures are counted for an
 * account from one address, for an address, and for an account from anywhere; each count asks for a
 * pause that grows and has a small end. A browser by which its person has logged in before is
 * counted by itself alone: no guesses of others hold it up. An address that has not failed more
 * often than anybody may waits for an account that many guess at for a few seconds only; for that
 * all networks of a site count as one, since a house has hundreds of them by IPv6. An attempt that
 * has to wait is not counted, so that nobody makes another's pause longer by trying; nor is one by
 * which nobody's password was looked at. An address, behind which many people may be, is forgiven a
 * failure every few seconds. Thread-safe; remembers a bounded number of counts.
 */
final class LoginBrake {

  static final int CAPACITY = 50_000;

  /** Counts are forgotten so long after the last failure. */
  private static final Duration MEMORY = Duration.ofHours(1);

  /** Failures that cost nothing; then a second, two, four, up to the longest pause. */
  private record Pace(int free, Duration longest, Duration forgiving) {
    private Duration pause(int failures) {
      int beyond = Math.min(failures - free, 20);
      Duration grown = beyond < 0 ? Duration.ZERO : Duration.ofSeconds(1L << beyond);
      return grown.compareTo(longest) < 0 ? grown : longest;
    }
  }

  private static final Pace OF_ACCOUNT_FROM_ADDRESS = new Pace(5, Duration.ofMinutes(5), MEMORY);
  private static final Pace OF_ACCOUNT_FROM_SITE = new Pace(5, Duration.ZERO, MEMORY);
  private static final Pace OF_ADDRESS = new Pace(50, Duration.ofSeconds(5), Duration.ofSeconds(5));
  private static final Pace OF_ACCOUNT = new Pace(50, Duration.ofSeconds(30), MEMORY);
  private static final Pace OF_ACCOUNT_AT_FIRST = new Pace(50, Duration.ofSeconds(3), MEMORY);
  private static final Pace OF_DEVICE = new Pace(10, Duration.ofMinutes(1), MEMORY);

  private record Counter(String key, Pace pace) {}

  private static final class Failures {
    private Stopwatch last;
    private Stopwatch forgiven;
    private int count;

    private void forgive(Duration each, LongSupplier nanoTime) {
      long times = forgiven.passed().dividedBy(each);
      if (times > 0) {
        count = (int) Math.max(0, count - times);
        forgiven = Stopwatch.start(nanoTime);
      }
    }
  }

  /** What an attempt has changed of a count. */
  private record Counted(Counter counter, Optional<Stopwatch> before, Stopwatch now) {}

  /**
   * Somebody tries.
   *
   * @param pause how long to wait; zero when it may be tried now
   */
  record Attempt(Duration pause, List<Counted> counted) {
    boolean isNow() {
      return pause.isZero();
    }
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
   */
  synchronized Attempt attempt(LoginName login, Network from, Optional<String> device) {
    List<Counter> counters = counters(login, from, device);
    Duration pause =
        counters.stream().map(this::left).max(Duration::compareTo).orElse(Duration.ZERO);
    return new Attempt(
        pause, pause.isZero() ? counters.stream().map(this::count).toList() : List.of());
  }

  /** The attempt was right: it is counted no longer, and others of the same browser neither. */
  synchronized void succeeded(Attempt attempt) {
    attempt.counted().stream().limit(1).forEach(first -> failures.remove(first.counter().key()));
    attempt.counted().stream().skip(1).forEach(this::uncount);
  }

  /** Nobody has looked whether it was right: it is as if nobody had tried. */
  synchronized void withdrawn(Attempt attempt) {
    attempt.counted().forEach(this::uncount);
  }

  private List<Counter> counters(LoginName login, Network from, Optional<String> device) {
    if (device.isPresent()) {
      return List.of(new Counter("device " + device.get() + " " + login, OF_DEVICE));
    }
    Counter pair = new Counter("pair " + from + " " + login, OF_ACCOUNT_FROM_ADDRESS);
    Counter site = new Counter("site " + from.site() + " " + login, OF_ACCOUNT_FROM_SITE);
    boolean alone = from.equals(from.site());
    List<Counter> counters = new ArrayList<>(List.of(pair));
    if (!alone) {
      counters.add(site);
    }
    counters.add(new Counter("address " + from, OF_ADDRESS));
    Pace ofAccount = isAtFirst(alone ? pair : site) ? OF_ACCOUNT_AT_FIRST : OF_ACCOUNT;
    counters.add(new Counter("account " + login, ofAccount));
    return counters;
  }

  private boolean isAtFirst(Counter counter) {
    Failures known = known(counter);
    return known == null || known.count < counter.pace().free();
  }

  private Failures known(Counter counter) {
    Failures known = failures.get(counter.key());
    if (known != null) {
      known.forgive(counter.pace().forgiving(), nanoTime);
    }
    return known;
  }

  private Duration left(Counter counter) {
    Failures known = known(counter);
    if (known == null) {
      return Duration.ZERO;
    }
    Duration left = counter.pace().pause(known.count).minus(known.last.passed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Counted count(Counter counter) {
    forgetOld();
    Failures known = failures.computeIfAbsent(counter.key(), first -> new Failures());
    Optional<Stopwatch> before = Optional.ofNullable(known.last);
    known.count++;
    known.last = Stopwatch.start(nanoTime);
    known.forgiven = before.isPresent() ? known.forgiven : known.last;
    if (failures.size() > CAPACITY) {
      failures.remove(failures.keySet().iterator().next());
    }
    return new Counted(counter, before, known.last);
  }

  /** A right attempt costs others no pause, unless somebody has tried since. */
  private void uncount(Counted counted) {
    String key = counted.counter().key();
    Failures known = failures.get(key);
    if (known == null) {
      return;
    }
    known.count--;
    if (known.last == counted.now()) {
      known.last = counted.before().orElse(known.last);
    }
    if (known.count <= 0) {
      failures.remove(key);
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
