package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFramesTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "VP8, 10 00, true",
    "VP8, 10 01, false",
    "VP8, 00 00, false",
    "VP8, 11 00, false",
    "VP8, 90 80 05 00, true",
    "VP8, 90 80 85 07 00, true",
    "VP8, 90 80 85 07 01, false",
    "VP8, 90 e0 85 07 11 20 00, true",
    "VP8, 90 e0 85 07 11 20 01, false",
    "VP8, 90 e0, false",
    "vp8, 10 00, true",
    "VP9, 08 00, true",
    "VP9, 8c 12 00, true",
    "VP9, 48 00, false",
    "VP9, 80 00, false",
    "H264, 65 88, true",
    "H264, 67 42, true",
    "H264, 41 9a, false",
    "H264, 7c 85, true",
    "H264, 7c 05, false",
    "H264, 7c 81, false",
    "H264, 78 00 02 67 42 00 02 68 ce, true",
    "H264, 78 00 02 06 42 00 02 65 ce, true",
    "H264, 78 00 02 06 42 00 02 61 ce, false",
    "H264, 78 ff ff 06, false",
    "AV1, 08 0a, true",
    "AV1, 10 0a, false",
    "H265, 26 01, false",
  })
  void recognizesTheBeginningOfAKeyFrame(String codec, String hex, boolean key) {
    byte[] payload = HexFormat.ofDelimiter(" ").parseHex(hex);
    assertEquals(key, KeyFrames.of(codec).beginIn(payload, 0, payload.length));
  }

  @Test
  void findsNoneInNothing() {
    for (String codec : new String[] {"VP8", "VP9", "H264", "AV1"}) {
      assertEquals(false, KeyFrames.of(codec).beginIn(new byte[0], 0, 0), codec);
    }
  }
}
