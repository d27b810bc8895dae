package plenum.database.records;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Of which lines alone a list consists, whatever its reader filters. Indexes find them.
 *
 * @param exact by column, what is in it, letter by letter; unknown columns count for nothing
 * @param from the first moment in the list's first column, where that is a time
 * @param until the first moment that does not belong to it
 */
public record RecordScope(
    Map<String, String> exact, Optional<Instant> from, Optional<Instant> until) {

  /** Every line. */
  public static final RecordScope ALL =
      new RecordScope(Map.of(), Optional.empty(), Optional.empty());

  public RecordScope {
    exact = Map.copyOf(exact);
    Objects.requireNonNull(from, "no beginning is empty");
    Objects.requireNonNull(until, "no end is empty");
  }

  /** Those that have this in a column. */
  public static RecordScope of(String column, String value) {
    return new RecordScope(Map.of(column, value), Optional.empty(), Optional.empty());
  }

  /** Those of them in this time. */
  public RecordScope between(Instant first, Instant end) {
    return new RecordScope(exact, Optional.of(first), Optional.of(end));
  }
}
