package plenum.database.records;

import java.util.Objects;

/**
 * Where a line is in its list's own order, whatever comes before it later.
 *
 * @param first what its first column has: milliseconds of a time, or text
 * @param id by which it is told from others of the same
 */
public record RecordPosition(String first, String id) {

  public RecordPosition {
    Objects.requireNonNull(first, "every line has its first column");
    Objects.requireNonNull(id, "every line can be told from others");
  }
}
