package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Ada|Ada",
        "Ada, Grace|\"Ada, Grace\"",
        "say \"hi\"|\"say \"\"hi\"\"\"",
        "=1+1|'=1+1",
        "@here|'@here",
        "＝1+1|'＝1+1",
        "＠here|'＠here",
        "a=1|a=1"
      })
  void writesACellThatNoProgramTakesForAFormula(String text, String cell) {
    assertEquals(cell + ",b\r\n", Csv.PLAIN.line(List.of(text, "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en-US|Jürgen,\"a,b\",c;d", "de-DE|Jürgen;a,b;\"c;d\"", "fr|Jürgen;a,b;\"c;d\""})
  void isWrittenForASpreadsheetAsItsReaderWritesNumbers(String language, String line) {
    Csv csv = Csv.spreadsheet(Locale.forLanguageTag(language));

    assertEquals(line + "\r\n", csv.line(List.of("Jürgen", "a,b", "c;d")));
    assertEquals("\uFEFF", csv.begin());
  }
}
