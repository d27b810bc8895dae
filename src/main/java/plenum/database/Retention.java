package plenum.database;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.settings.Current;
import plenum.settings.RetentionSettings;

/**
 * Deletes what was kept long enough, in small batches, so that nobody waits for one of them.
 * Thread-safe.
 */
final class Retention {

  private static final System.Logger LOG = System.getLogger(Retention.class.getName());
  private static final int BATCH = 500;

  /** Old rows of one table. */
  private record Rule(String table, String time, int days) {

    String deletion() {
      return "delete from %1$s where id in (select id from %1$s where %2$s < ?1 limit %3$d)"
          .formatted(table, time, BATCH);
    }
  }

  private final Database database;
  private final Current<RetentionSettings> settings;

  Retention(Database database, Current<RetentionSettings> settings) {
    this.database = database;
    this.settings = settings;
  }

  private static List<Rule> rules(RetentionSettings settings) {
    return List.of(
        new Rule("call_record", "kept", settings.callDays()),
        new Rule("attendance", "ended", settings.attendanceDays()),
        new Rule("audit", "at", settings.auditDays()),
        new Rule("setting_change", "at", settings.auditDays()),
        new Rule("quality_minute", "at", settings.qualityDays()),
        new Rule("join_problem", "at", settings.qualityDays()),
        new Rule("traffic", "at", settings.qualityDays()),
        new Rule("device_test", "at", settings.deviceTestDays()),
        new Rule("writer", "at", settings.longest()));
  }

  /**
   * Deletes all that is too old.
   *
   * @return how many rows of each table
   * @throws DatabaseAway when the database does not answer; what is done is done
   */
  synchronized Map<String, Integer> run(Instant now) {
    Map<String, Integer> deleted = new LinkedHashMap<>();
    rules(settings.now()).forEach(rule -> deleted.put(rule.table(), delete(rule, now)));
    deleted.values().removeIf(count -> count == 0);
    if (!deleted.isEmpty()) {
      LOG.log(Level.INFO, "Deleted what was kept long enough: {0}", deleted);
    }
    return deleted;
  }

  private int delete(Rule rule, Instant now) {
    long before = now.minus(rule.days(), ChronoUnit.DAYS).toEpochMilli();
    int all = 0;
    int batch = BATCH;
    while (batch == BATCH) {
      batch =
          database.change(
              manager ->
                  manager
                      .createNativeQuery(rule.deletion())
                      .setParameter(1, before)
                      .executeUpdate());
      all += batch;
    }
    return all;
  }
}
