package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageScannerTest {

  private static final long ID = MessageScanner.hash("id");
  private static final long UPDATED = MessageScanner.hash("member-updated");

  private final List<String> updated = new ArrayList<>();
  private final MessageScanner scanner = new MessageScanner(this::string);

  @Test
  void findsTheIdsOfChanges() {
    scan(
        "{\"type\":\"room-changed\",\"seq\":6,\"changes\":["
            + "{\"change\":\"member-updated\",\"member\":{\"name\":\"Ada\",\"id\":\"p1\"}},"
            + "{\"change\":\"member-joined\",\"member\":{\"id\":\"p2\"}},"
            + "{\"change\":\"member-updated\",\"member\":{\"id\":\"p3\"}}]}");
    assertEquals(List.of("p1", "p3"), updated);
    assertEquals(MessageScanner.hash("room-changed"), scanner.end());
  }

  @Test
  void isNotMisledByQuotesInNames() {
    scan("{\"type\":\"room-changed\",\"change\":\"member-updated\",\"name\":\"\\\"id\\\":\\\\\"");
    scan(",\"id\":\"p1\"}");
    assertEquals(List.of("p1"), updated);
  }

  @Test
  void forgetsAMessageWithTheNext() {
    scan("{\"type\":\"room-changed\",\"change\":\"member-updated\",\"id\":\"p1\"}");
    scanner.end();
    scan("{\"type\":\"lobby\",\"id\":\"p2\"}");
    assertEquals(List.of("p1"), updated);
  }

  /** Byte by byte: where a message is cut must not matter. */
  private void scan(String text) {
    for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
      scanner.scan(ByteBuffer.wrap(new byte[] {next}));
    }
  }

  private void string(long message, long change, long key, long value) {
    if (key == ID && change == UPDATED) {
      updated.add(scanner.text());
    }
  }
}
