package plenum.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which files, or what else is kept, cannot be written now, and why: told once in the log for each
 * cause, and as long as it lasts by the health check and the metrics. Thread-safe.
 */
@ApplicationScoped
public class Storage {

  private static final System.Logger LOG = System.getLogger(Storage.class.getName());

  /** What a file suffers from, and whether a restart would lose something by it. */
  private record Failure(String reason, Instant since, long tries, boolean loses) {}

  private final Map<String, Failure> failing = new TreeMap<>();
  private long failures;

  /** A file, or the database, could not be written; it will be tried again. */
  public synchronized void failed(String file, StoreFailure why) {
    failed(
        file,
        why,
        true,
        "{0} Plenum tries again until it can; what changes until then does not outlive a restart.");
  }

  /**
   * What is written beside the database could not be, such as a copy of it: no restart loses
   * anything by that, so that it stops nobody and nothing. It will be tried again.
   */
  public synchronized void failedBeside(String file, StoreFailure why) {
    failed(file, why, false, "{0} Plenum tries again until it can.");
  }

  private void failed(String file, StoreFailure why, boolean loses, String sentence) {
    failures++;
    Optional<Failure> before = Optional.ofNullable(failing.get(file));
    if (!before.map(Failure::reason).equals(Optional.of(why.reason()))) {
      LOG.log(Level.ERROR, sentence, why.getMessage());
    }
    Instant since = before.map(Failure::since).orElseGet(Instant::now);
    long tries = before.map(Failure::tries).orElse(0L) + 1;
    failing.put(file, new Failure(why.reason(), since, tries, loses));
  }

  /** Whether it could not be written when that was tried last. */
  public synchronized boolean isFailing(String file) {
    return failing.containsKey(file);
  }

  /** It was written. */
  public synchronized void written(String file) {
    Optional.ofNullable(failing.remove(file))
        .ifPresent(
            over ->
                LOG.log(
                    Level.INFO,
                    "What is kept in {0} is written again; {1} tries had failed since {2}.",
                    file,
                    over.tries(),
                    over.since().truncatedTo(ChronoUnit.SECONDS)));
  }

  /**
   * What cannot be written now and would be lost by a restart, and why, in sentences; empty when
   * all is kept.
   */
  public synchronized Optional<String> problem() {
    return told(true);
  }

  /** What is written beside and cannot be now, and why, in sentences. */
  public synchronized Optional<String> problemBeside() {
    return told(false);
  }

  private Optional<String> told(boolean loses) {
    return failing.entrySet().stream()
        .filter(entry -> entry.getValue().loses() == loses)
        .map(entry -> problem(entry.getKey(), entry.getValue()))
        .reduce("%s %s"::formatted);
  }

  private static String problem(String file, Failure failure) {
    return "%s cannot be written since %s: %s (tries: %d)."
        .formatted(
            file,
            failure.since().truncatedTo(ChronoUnit.SECONDS),
            failure.reason(),
            failure.tries());
  }

  /** How many files cannot be written now. */
  public synchronized int failing() {
    return failing.size();
  }

  /** How many tries to write a file failed since the start. */
  public synchronized long failures() {
    return failures;
  }
}
