package plenum.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

  private static Optional<String> text(String raw) {
    return MessageText.of(raw, 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grüße 站会",
        "שלום world",
        "مرحبا",
        "नमस्ते",
        "👩‍👩‍👧 ok",
        "می‌خواهم",
        "a\nb",
        "<b>&amp;"
      })
  void takesEveryScriptAsItIs(String raw) {
    assertEquals(Optional.of(raw), text(raw));
  }

  @Test
  void hasOneKindOfLineBreaks() {
    assertEquals(Optional.of("a\nb\nc d"), text("  a\r\nb\rc\td\n"));
  }

  @Test
  void pushesNothingOutOfSightByBlankLines() {
    assertEquals(Optional.of("a\n\n\nb"), text("a\n\n\n\n\n\n\nb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u202eb", "a\u202ab", "a\u2028b", "a\ud800b"})
  void leavesOutWhatTurnsOrHidesTheRest(String raw) {
    assertEquals(Optional.of("ab"), text(raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n ", "\u200d", "\u200b\u2060", "\u0007", "\u3164\u2800"})
  void refusesWhatNobodyCanRead(String raw) {
    assertEquals(Optional.empty(), text(raw));
  }

  @Test
  void countsCodePoints() {
    assertEquals(Optional.of("👍".repeat(20)), text("👍".repeat(20)));
    assertEquals(Optional.empty(), text("👍".repeat(21)));
  }
}
