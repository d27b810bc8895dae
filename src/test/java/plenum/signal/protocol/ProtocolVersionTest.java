package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ProtocolVersionTest {

  private static final OptionalInt NEWEST = OptionalInt.of(ProtocolVersion.NEWEST);

  @Test
  void isTheFirstWhereAClientDoesNotSay() {
    assertEquals(OptionalInt.of(1), ProtocolVersion.common(List.of()));
  }

  @Test
  void isTheNewestThatBothSidesSpeak() {
    String newer = "" + (ProtocolVersion.NEWEST + 1);
    String own = "" + ProtocolVersion.NEWEST;
    assertEquals(NEWEST, ProtocolVersion.common(List.of(own)));
    assertEquals(NEWEST, ProtocolVersion.common(List.of(newer + "," + own + ",0")));
    assertEquals(NEWEST, ProtocolVersion.common(List.of(newer, own)));
  }

  @Test
  void isNoneWhereThereIsNothingInCommonOrNothingThatIsAVersion() {
    for (String offered : List.of("0", "" + (ProtocolVersion.NEWEST + 1), "", "x", "1.0", "-1")) {
      assertEquals(OptionalInt.empty(), ProtocolVersion.common(List.of(offered)), offered);
    }
    assertEquals(OptionalInt.empty(), ProtocolVersion.common(List.of("99999999999999999999")));
  }

  /** The pages are this server's, and its document is theirs. */
  @Test
  void isSpokenByThePagesAndTheDocument() throws IOException {
    String pages = Files.readString(Path.of("src/main/webapp/resources/js/shared/protocol.js"));
    assertTrue(pages.contains("PROTOCOL = " + ProtocolVersion.NEWEST + ";"), pages);
    String document = Files.readString(Path.of("docs/protocol.md"));
    assertTrue(document.contains("This is version " + ProtocolVersion.NEWEST + " of it"), "title");
    assertTrue(document.contains("&protocol=" + ProtocolVersion.NEWEST + "`"), "handshake");
  }
}
