package plenum.database;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import plenum.records.RecordKeeping;
import plenum.records.RecordsRefused;

/** Records as the database keeps them. */
final class JpaRecordKeeping implements RecordKeeping {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WriteQueue queue;
  private final Retention retention;

  JpaRecordKeeping(WriteQueue queue, Retention retention) {
    this.queue = queue;
    this.retention = retention;
  }

  @Override
  public void settle() {
    if (!queue.settle(PATIENCE)) {
      throw RecordsRefused.unavailable();
    }
  }

  @Override
  public Map<String, Integer> deleteOld() {
    try {
      return retention.run(Instant.now());
    } catch (DatabaseAway away) {
      throw RecordsRefused.unavailable();
    }
  }
}
