package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.text.Texts;
import plenum.web.Page;

class RecordsPageTest {

  private static RecordsPage page(Locale reader) {
    RecordsPage records = new RecordsPage();
    records.page =
        new Page() {
          @Override
          public Locale locale() {
            return reader;
          }

          @Override
          public Map<String, String> getText() {
            return Texts.of(reader).sentences();
          }
        };
    records.words = new Words();
    records.words.page = records.page;
    return records;
  }

  /** Kept are tenths, and -1 for what nobody knows. */
  @ParameterizedTest
  @CsvSource({
    "en, receivedLost, 4, 0.4",
    "de, receivedLost, 1000, '100,0'",
    "en, score, 43, 4.3",
    "en, receivedLost, -1, ''",
    "en, freezes, 12, 12"
  })
  void tellsFiguresInTheUnitsOfTheirHeadings(
      String language, String name, long kept, String shown) {
    RecordsPage records = page(Locale.forLanguageTag(language));
    RecordsPage.Column column =
        records.columns("quality").stream()
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    assertEquals(shown, records.shown(column, Map.of(name, kept)));
  }
}
