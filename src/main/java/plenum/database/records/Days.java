package plenum.database.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, a month or a year of the calendar, by which a column of moments is filtered.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
record Days(Instant from, Instant until) {

  private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /**
   * What a text such as {@code 2026-03-09}, {@code 2026-03} or {@code 2026} means; nothing when it
   * is no such text, or no calendar has that day.
   *
   * @param zone whose days they are
   */
  static Optional<Days> of(String text, ZoneId zone) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate first = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
      return Optional.of(new Days(begin(first, zone), begin(next(parts, first), zone)));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 1 : Integer.parseInt(parts.group(group));
  }

  private static LocalDate next(Matcher parts, LocalDate first) {
    if (parts.group(3) != null) {
      return first.plusDays(1);
    }
    return parts.group(2) == null ? first.plusYears(1) : first.plusMonths(1);
  }

  private static Instant begin(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
