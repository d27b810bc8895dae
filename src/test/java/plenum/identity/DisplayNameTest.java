package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "汉字",
        "العربية",
        "می‌خواهم",
        "👨‍👩‍👧‍👦",
        "❤️",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "क्षत्रिय",
        "<b>\"Ada\" & Co.</b>"
      })
  void takesAnyScriptAndEmoji(String name) {
    assertEquals(name, DisplayName.of(name).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u3000",
        "\u200D\u200D",
        "\u3164",
        "\u2800",
        "\uFE0F",
        "a\nb",
        "a\tb",
        "a\u0000b",
        "\u202Eevil",
        "a\u2066b",
        "a\u200Eb",
        "a\u200Bb",
        "\uFEFFa",
        "a\u2028b",
        "\uD800",
        "a\uE000",
        "Ada\uDB40\uDC67\uDB40\uDC7F"
      })
  void refusesWhatIsInvisibleOrTurnsText(String name) {
    assertThrows(InvalidName.class, () -> DisplayName.of(name));
  }

  @Test
  void stripsWhiteSpaceAround() {
    assertEquals("Ada Lovelace", DisplayName.of(" \u3000Ada Lovelace\u2003 ").value());
  }

  @Test
  void countsCodePointsAfterComposition() {
    assertEquals(40, DisplayName.of("e\u0301".repeat(40)).value().length());
    assertEquals(80, DisplayName.of("😀".repeat(40)).value().length());
    assertThrows(InvalidName.class, () -> DisplayName.of("😀".repeat(41)));
  }

  @Test
  void refusesAVeryLongText() {
    assertThrows(InvalidName.class, () -> DisplayName.of("e\u0301".repeat(1_000_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "Ada, ADA",
    "Straße, STRASSE",
    "Ａｄａ, ada",
    "Ada  Lovelace, ada lovelace",
    "Ada\u00A0Lovelace, Ada Lovelace",
    "Ada\u200D, Ada",
    "ﬁona, Fiona",
    "ΟΔΥΣΣΕΥΣ, οδυσσευς",
    "\u0410da, Ada", // Cyrillic
    "\u0412ob, Bob",
    "\u0391nna, Anna" // Greek
  })
  void takesLookAlikesForTheSame(String one, String other) {
    assertEquals(DisplayName.of(one).key(), DisplayName.of(other).key());
  }

  @ParameterizedTest
  @CsvSource({"Ada, Ade", "Müller, Muller", "Ada Lovelace, AdaLovelace", "Анна, Инна"})
  void tellsDifferentNamesApart(String one, String other) {
    assertNotEquals(DisplayName.of(one).key(), DisplayName.of(other).key());
  }
}
