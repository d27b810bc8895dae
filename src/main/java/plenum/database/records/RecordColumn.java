package plenum.database.records;

import java.util.Optional;

/**
 * A column of a list.
 *
 * @param name as the lists' readers know it
 * @param sql what it is in the database
 * @param words what can be in it, where that is no text of people
 */
public record RecordColumn(String name, String sql, Kind kind, Optional<WordSet> words) {

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

  /** Whether lines can be filtered by it: a text by a part of it, a moment by its day. */
  public boolean isFiltered() {
    return kind == Kind.TEXT || kind == Kind.TIME;
  }

  static RecordColumn text(String name, String sql) {
    return new RecordColumn(name, sql, Kind.TEXT, Optional.empty());
  }

  /** One of these words, or none. */
  static RecordColumn word(String name, String sql, WordSet words) {
    return new RecordColumn(name, sql, Kind.TEXT, Optional.of(words));
  }

  static RecordColumn time(String name, String sql) {
    return new RecordColumn(name, sql, Kind.TIME, Optional.empty());
  }

  static RecordColumn duration(String name, String sql) {
    return new RecordColumn(name, sql, Kind.DURATION, Optional.empty());
  }

  static RecordColumn number(String name, String sql) {
    return new RecordColumn(name, sql, Kind.NUMBER, Optional.empty());
  }

  static RecordColumn flag(String name, String sql) {
    return new RecordColumn(name, sql, Kind.FLAG, Optional.empty());
  }
}
