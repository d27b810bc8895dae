package plenum.database.records;

/**
 * A column of a list.
 *
 * @param name as the lists' readers know it
 * @param sql what it is in the database
 */
public record RecordColumn(String name, String sql, Kind kind) {

  /** What is in it. */
  public enum Kind {
    TEXT,
    /** A moment, an {@link java.time.Instant}. */
    TIME,
    /** Milliseconds, a {@link java.time.Duration}. */
    DURATION,
    /** A whole number; -1 is what is not known. */
    NUMBER,
    FLAG
  }

  static RecordColumn text(String name, String sql) {
    return new RecordColumn(name, sql, Kind.TEXT);
  }

  static RecordColumn time(String name, String sql) {
    return new RecordColumn(name, sql, Kind.TIME);
  }

  static RecordColumn duration(String name, String sql) {
    return new RecordColumn(name, sql, Kind.DURATION);
  }

  static RecordColumn number(String name, String sql) {
    return new RecordColumn(name, sql, Kind.NUMBER);
  }

  static RecordColumn flag(String name, String sql) {
    return new RecordColumn(name, sql, Kind.FLAG);
  }
}
