package plenum.database.records;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which part of a list is wanted.
 *
 * @param sort by which column; empty for the list's own order
 * @param filters by column, a text that is in it, in capitals or not; of a moment its day, month or
 *     year, as the server's time zone has it; unknown columns count for nothing
 * @param meant by column of a filter, words as they are kept that its text means as well
 * @param from how many lines are left out at the beginning
 * @param size how many lines there may be, at most {@value #MOST}
 * @param scope of which lines alone the list consists
 */
public record RecordQuery(
    Optional<String> sort,
    boolean ascending,
    Map<String, String> filters,
    Map<String, List<String>> meant,
    int from,
    int size,
    RecordScope scope) {

  /** The longest page. */
  public static final int MOST = 1000;

  public RecordQuery {
    Objects.requireNonNull(sort, "no order is empty");
    filters = Map.copyOf(filters);
    meant = Map.copyOf(meant);
    from = Math.max(0, from);
    size = Math.max(0, Math.min(size, MOST));
    Objects.requireNonNull(scope, "all lines are a scope");
  }

  /** Where filters mean nothing but their text. */
  public RecordQuery(
      Optional<String> sort,
      boolean ascending,
      Map<String, String> filters,
      int from,
      int size,
      RecordScope scope) {
    this(sort, ascending, filters, Map.of(), from, size, scope);
  }

  /** Of all lines. */
  public RecordQuery(
      Optional<String> sort, boolean ascending, Map<String, String> filters, int from, int size) {
    this(sort, ascending, filters, from, size, RecordScope.ALL);
  }

  /** The newest, or the first in the list's own order. */
  public static RecordQuery first(int size) {
    return new RecordQuery(Optional.empty(), false, Map.of(), 0, size);
  }

  /** The same of those lines alone. */
  public RecordQuery within(RecordScope lines) {
    return new RecordQuery(sort, ascending, filters, meant, from, size, lines);
  }
}
