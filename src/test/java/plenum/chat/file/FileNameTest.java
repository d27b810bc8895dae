package plenum.chat.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "report.pdf; report.pdf",
        "../../etc/passwd; passwd",
        "C:\\Users\\ada\\plan.txt; plan.txt",
        "..; file",
        "`  a   b.txt `; a b.txt",
        "`what?\"<b>|*.txt`; whatb.txt",
        ".hidden; hidden",
        "Übersicht 站会.pdf; Übersicht 站会.pdf",
      })
  void isOneNameThatEverySystemTakes(String raw, String name) {
    assertEquals(name, FileName.of(raw).value());
  }

  @Test
  void turnsNothingAroundAndHidesNothing() {
    assertEquals("cnp.exe", FileName.of("\u202Ecnp\u200B.exe\u0000\n").value());
    assertEquals("e\u0301".length() - 1, FileName.of("e\u0301").value().length());
  }

  @Test
  void keepsItsEndWhereItIsShortened() {
    String name = FileName.of("\uD83D\uDE80".repeat(200) + ".png").value();
    assertEquals(FileName.LONGEST, name.codePointCount(0, name.length()));
    assertEquals("png", new FileName(name).extension());
    assertEquals(FileName.LONGEST, FileName.of("x".repeat(300)).value().length());
  }

  @Test
  void tellsItsExtension() {
    assertEquals("jpg", new FileName("a.b.JPG").extension());
    assertEquals("", new FileName("README").extension());
  }
}
