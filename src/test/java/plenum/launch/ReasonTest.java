package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void speaksOfTheLocaleWhereANameHasLettersThatItMayNotHave() {
    String sentence =
        Reason.sentence(new InvalidPathException("/srv/B\u00fcro", "unmappable characters"));

    assertTrue(
        sentence.startsWith(
            "\"/srv/B\u00fcro\" can be no name of a file or directory: unmappable characters."),
        sentence);
    assertTrue(sentence.contains("LC_ALL=C.UTF-8"), sentence);
  }

  @Test
  void saysWhatElseIsWrongWithAName() {
    InvalidPathException wrong = assertThrows(InvalidPathException.class, () -> Path.of("a\0b"));

    String sentence = Reason.sentence(wrong);

    assertFalse(sentence.contains("locale"), sentence);
    assertEquals(
        "\"a\0b\" can be no name of a file or directory: %s.".formatted(wrong.getReason()),
        sentence);
  }
}
