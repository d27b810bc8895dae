package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameter sets and key frames are those of libx264, libvpx and Chromium 156's libaom. */
class PictureHeightTest {

  private static int height(String codec, byte[] payload) {
    return PictureHeight.of(codec).of(payload, 0, payload.length);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "H264, 6742c01fd9005005bb0110000003001000000303c0f1832480, 720",
    "H264, 6764001eacd940a02ff970110000030001000003003c0f162d96, 360",
    "H264, 674d400deca0a0cfcf8088000003000800000301e078a14cb0, 180",
    "H264, 67640028acd940780227e5c044000003000400000300f03c60c658, 1080",
    "H264, 6764001eacd940a07b6022000003000200000300783e28532c, 480",
    "H264, 78001867640028acd940780227e5c044000003000400000300f03c60c6580004, 1080",
    "H264, 6588, 0",
    "H264, 7800ff6764, 0",
    "VP8, 10909c009d012a80026801004708858588, 360",
    "VP8, 90e085071120909c009d012a80026801004708858588, 360",
    "VP8, 10909c009d012a8002, 0",
    "VP9, 8a121005 0002d000, 720",
    "VP9, aa8507102230014000b40280016800, 360",
    "VP9, 8892000000, 0",
    "AV1, 6810080021072081904049313ff7c01a008034001043600208208422080010bb05348b601b2ec83f, 480",
    "AV1, 680b0800000024c4ffdf006802301046e0071c71c4a2080000bb065ab2a581b9ba9b5e29667ecfbe, 480",
    "AV1, 681008002107288194404b533fecf006802034001048000a28a28524900010bb05d2b6d0864f5a14, 720",
    "AV1, 08 0b 0800000024c4ffdf006802 03 301046, 480",
    "AV1, 08 02 1200 0c 0a0a00000024c4ffdf006802 03 301046, 480",
    "AV1, 680b08000000, 0",
    "AV1, 08ffffffffff, 0",
    "AV1, 080a, 0",
  })
  void readsTheHeightOfAKeyFrame(String codec, String hex, int height) {
    assertEquals(height, height(codec, HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  /** Whatever comes, it answers with a height that a picture can have. */
  @Test
  void answersWhateverComes() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] payload = new byte[1 + random.nextInt(40)];
      random.nextBytes(payload);
      payload[0] = i % 2 == 0 ? 0x67 : payload[0];
      for (String codec : new String[] {"H264", "VP8", "VP9", "AV1"}) {
        int height = height(codec, payload);
        assertTrue(height >= 0 && height < 1 << 16, () -> Arrays.toString(payload));
      }
    }
  }
}
