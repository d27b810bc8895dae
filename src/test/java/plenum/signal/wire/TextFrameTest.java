package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFrameTest {

  private static byte[] bytes(String text) {
    ByteBuffer frame = TextFrame.of(text);
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  /** RFC 6455, section 5.7: a single-frame unmasked text message. */
  @Test
  void isTheStandardsExample() {
    assertArrayEquals(HexFormat.of().parseHex("810548656c6c6f"), bytes("Hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 8100",
    "125, 817d",
    "126, 817e007e",
    "65535, 817effff",
    "65536, 817f0000000000010000"
  })
  void tellsItsLengthInAsFewBytesAsThereCanBe(int length, String head) {
    byte[] frame = bytes("x".repeat(length));

    assertEquals(head, HexFormat.of().formatHex(frame, 0, head.length() / 2));
    assertEquals(head.length() / 2 + length, frame.length);
  }

  @Test
  void countsBytesAndNotLetters() {
    byte[] frame = bytes("ä€😀");

    assertEquals(2 + 3 + 4, frame[1]);
    assertEquals("ä€😀", new String(frame, 2, frame.length - 2, StandardCharsets.UTF_8));
  }

  /** A client would have to end the connection at anything that is no UTF-8. */
  @Test
  void replacesHalfALetter() {
    assertArrayEquals(HexFormat.of().parseHex("8103613f62"), bytes("a\ud83db"));
  }
}
