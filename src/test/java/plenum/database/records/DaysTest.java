package plenum.database.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-09, 2026-03-09, 2026-03-10",
    "' 2026-02 ', 2026-02-01, 2026-03-01",
    "2028-02-29, 2028-02-29, 2028-03-01",
    "2026, 2026-01-01, 2027-01-01",
    "2026-12-31, 2026-12-31, 2027-01-01"
  })
  void isADayAMonthOrAYear(String text, String from, String until) {
    assertEquals(
        Optional.of(
            new Days(Instant.parse(from + "T00:00:00Z"), Instant.parse(until + "T00:00:00Z"))),
        Days.of(text, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "202", "2026-", "2026-3", "2026-13", "2026-02-30", "March", "9.3.2026", "0x"})
  void isNothingElse(String text) {
    assertEquals(Optional.empty(), Days.of(text, ZoneOffset.UTC));
  }

  /** The day on which the clocks go forward has 23 hours. */
  @Test
  void endsWhenTheNextOneBegins() {
    assertEquals(
        Optional.of(
            new Days(Instant.parse("2026-03-28T23:00:00Z"), Instant.parse("2026-03-29T22:00:00Z"))),
        Days.of("2026-03-29", ZoneId.of("Europe/Berlin")));
  }
}
