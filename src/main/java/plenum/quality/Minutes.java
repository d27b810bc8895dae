package plenum.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.identity.PersonId;
import plenum.time.Timers;

/**
 * Sums up what pages tell, a minute and person at a time, and hands it to the store. Thread-safe;
 * nothing waits. What was told of a minute that is not over when the server stops is lost.
 */
final class Minutes {

  private static final Duration ROUND = Duration.ofSeconds(20);

  private final QualityStore store;
  private final Timers timers;
  private final InstantSource clock;
  private final Map<PersonId, Minute> open = new HashMap<>();
  private boolean scheduled;

  Minutes(QualityStore store, Timers timers, InstantSource clock) {
    this.store = store;
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Somebody's page told something; what flows nowhere is of no interest.
   *
   * @param why is asked, at once, when it is bad
   */
  void add(QualityReport report, Supplier<Optional<Trouble>> why) {
    report.score().ifPresent(score -> add(report, score, why));
  }

  private void add(QualityReport report, Score score, Supplier<Optional<Trouble>> why) {
    Instant now = report.at().truncatedTo(ChronoUnit.MINUTES);
    Optional<QualityMinute> over = Optional.empty();
    synchronized (this) {
      Minute minute = open.get(report.person());
      if (minute != null && minute.has(report, now)) {
        minute.add(report, score, why);
      } else {
        over = Optional.ofNullable(minute).map(Minute::minute);
        open.put(report.person(), new Minute(now, report, score, why));
      }
      schedule();
    }
    over.ifPresent(store::add);
  }

  /** The minute of somebody that is not over is of no interest any more. */
  synchronized void forget(PersonId person) {
    open.remove(person);
  }

  private void schedule() {
    if (!scheduled && !open.isEmpty()) {
      scheduled = true;
      timers.after(ROUND, this::round);
    }
  }

  /** Minutes of those who tell nothing any more. */
  private void round() {
    overBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES)).forEach(store::add);
  }

  private synchronized List<QualityMinute> overBefore(Instant minute) {
    List<QualityMinute> over = new ArrayList<>();
    for (Iterator<Minute> all = open.values().iterator(); all.hasNext(); ) {
      Minute one = all.next();
      if (one.begun().isBefore(minute)) {
        over.add(one.minute());
        all.remove();
      }
    }
    scheduled = false;
    schedule();
    return over;
  }
}
