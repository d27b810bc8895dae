package plenum.database.records;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param sort by which column; empty for the list's own order
 * @param filters by column, a text that is in it, in capitals or not; unknown columns count for
 *     nothing
 * @param from how many lines are left out at the beginning
 * @param size how many lines there may be, at most {@value #MOST}
 */
public record RecordQuery(
    Optional<String> sort, boolean ascending, Map<String, String> filters, int from, int size) {

  /** The longest page. */
  public static final int MOST = 1000;

  public RecordQuery {
    Objects.requireNonNull(sort, "no order is empty");
    filters = Map.copyOf(filters);
    from = Math.max(0, from);
    size = Math.max(0, Math.min(size, MOST));
  }

  /** The newest, or the first in the list's own order. */
  public static RecordQuery first(int size) {
    return new RecordQuery(Optional.empty(), false, Map.of(), 0, size);
  }
}
