package plenum.records;

import java.util.Map;

/** Where records are kept, as a whole. Thread-safe; waits. */
public interface RecordKeeping {

  /**
   * Waits until all is written that was to be written before.
   *
   * @throws RecordsRefused {@code RECORDS_UNAVAILABLE} when that does not come soon
   */
  void settle();

  /**
   * Deletes what was kept long enough.
   *
   * @return how many of each kind, of those of which there were some
   * @throws RecordsRefused {@code RECORDS_UNAVAILABLE}
   */
  Map<String, Integer> deleteOld();
}
