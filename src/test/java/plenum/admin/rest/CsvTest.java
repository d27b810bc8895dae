package plenum.admin.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordExportTest {

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
        "a=1|a=1"
      })
  void writesACellThatNoProgramTakesForAFormula(String text, String cell) {
    assertEquals(cell, RecordExport.cell(text));
  }
}
