package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameMarksTest {

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }

  private static long read(String codec, String hex) {
    byte[] payload = bytes(hex);
    return FrameMarks.of(codec).read(payload, 0, payload.length);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "VP8, 90 80 05 00, true, true, 5, -1, 0, 0, 0",
    "VP8, 90 80 85 07 00, true, true, 1287, -1, 0, 0, 0",
    "VP8, 90 e0 85 07 11 60 01, false, true, 1287, 17, 1, 0, 1",
    "VP8, 80 e0 85 07 11 80 01, false, false, 1287, 17, 2, 2, 0",
    "VP8, 10 01, false, true, -1, -1, 0, 0, 0",
    "VP9, 8c 12 00, true, true, 18, -1, 0, 0, 0",
    "VP9, ac 85 07 10 22 00, true, true, 1287, 34, 0, 0, 7",
    "VP9, ec 85 07 40 22 00, false, true, 1287, 34, 2, 2, 0",
    "VP9, e0 85 07 50 22 00, false, false, 1287, 34, 2, 2, 7",
    "VP9, fc 85 07 30 00, false, true, 1287, -1, 1, 1, 7",
    "H264, 65 88, true, false, -1, -1, 0, 0, 0",
    "H264, 67 42 c0, true, true, -1, -1, 0, 0, 0",
    "H264, 78 00 03 67 42 c0, true, true, -1, -1, 0, 0, 0",
    "H264, 78 00 02 65 88, true, false, -1, -1, 0, 0, 0",
    "H264, 41 9a, false, false, -1, -1, 0, 0, 0",
    "AV1, 08 0a, true, true, -1, -1, 0, 0, 0",
    "opus, 08 0a, false, false, -1, -1, 0, 0, 0",
  })
  void readsWhatAPayloadSays(
      String codec,
      String hex,
      boolean key,
      boolean begins,
      int picture,
      int base,
      int temporal,
      int needed,
      int reaches) {
    long marks = read(codec, hex);
    assertEquals(key, FrameMarks.key(marks), "key");
    assertEquals(begins, FrameMarks.begins(marks), "begins");
    assertEquals(picture, FrameMarks.hasPicture(marks) ? FrameMarks.picture(marks) : -1, "picture");
    assertEquals(base, FrameMarks.hasBase(marks) ? FrameMarks.base(marks) : -1, "base");
    assertEquals(temporal, FrameMarks.temporal(marks), "temporal");
    assertEquals(needed, FrameMarks.needed(marks), "needed");
    assertEquals(reaches, FrameMarks.reaches(marks), "reaches");
    assertEquals(codec.equals("VP9"), FrameMarks.isSparse(marks), "sparse");
  }

  /** What the first bytes announce and is not there is not read, nor written later. */
  @Test
  void readsLessOfAPayloadThatIsCutShort() {
    for (String whole : new String[] {"90 e0 85 07 11 60 01", "ec 85 07 40 22 00"}) {
      byte[] payload = bytes(whole);
      for (int length = 0; length < payload.length; length++) {
        byte[] cut = java.util.Arrays.copyOf(payload, length);
        String codec = whole.startsWith("90") ? "VP8" : "VP9";
        long marks = FrameMarks.of(codec).read(cut, 0, length);
        byte[] packet = Packets.rtp(1, 1, cut);
        FrameMarks.rewrite(packet, 0, marks, 77, 88);
        assertEquals(12 + length, packet.length);
      }
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "VP8, 90 80 05 00, 90 80 4d 00",
    "VP8, 90 80 85 07 00, 90 80 81 4d 00",
    "VP8, 90 e0 85 07 11 60 01, 90 e0 81 4d 58 60 01",
    "VP9, ec 85 07 40 22 00, ec 81 4d 40 58 00",
    "H264, 65 88, 65 88",
  })
  void writesOtherNumbersAsWideAsTheyWere(String codec, String before, String after) {
    byte[] packet = Packets.rtp(1, 1, bytes(before));
    FrameMarks.rewrite(
        packet, 0, read(codec, before), 0x4d + (before.length() > 11 ? 0x100 : 0), 0x158);
    assertArrayEquals(Packets.rtp(1, 1, bytes(after)), packet);
  }

  @Test
  void tellsTheLaterPictureOverTheWrap() {
    long wide = read("VP8", "90 80 85 07 00");
    long narrow = read("VP8", "90 80 05 00");
    assertEquals(true, FrameMarks.isLater(wide, 0, 0x7fff));
    assertEquals(false, FrameMarks.isLater(wide, 0x7fff, 0));
    assertEquals(true, FrameMarks.isLater(narrow, 0, 0x7f));
    assertEquals(false, FrameMarks.isLater(narrow, 5, 5));
  }
}
