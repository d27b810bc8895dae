package plenum.admin.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {

  @Test
  void isInNamesHoweverTheyAreWritten() {
    assertTrue(Wanted.of(" LOVE").isIn("Ada Lovelace"));
    assertFalse(Wanted.of("turing").isIn("Ada Lovelace"));
  }

  @Test
  void isTheBeginningOfAnIdFromFourLettersOn() {
    assertTrue(Wanted.of("k3J9").begins("k3J9x2Qa"));
    assertFalse(Wanted.of("k3J").begins("k3J9x2Qa"));
    assertFalse(Wanted.of("K3j9").begins("k3J9x2Qa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.", "10.0.0.7", "fe80::1", "::1", "192"})
  void canBeAnAddress(String text) {
    assertTrue(Wanted.of(text).isAddress());
    assertTrue(Wanted.of(text).isOf(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "1234", "10.x"})
  void canBeNoAddress(String text) {
    assertFalse(Wanted.of(text).isAddress());
  }

  @Test
  void isNothingWithoutAText() {
    assertTrue(Wanted.of("  ").isNothing());
    assertEquals(100, Wanted.of("x".repeat(500)).text().length());
  }
}
