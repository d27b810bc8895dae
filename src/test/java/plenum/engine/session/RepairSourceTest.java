package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plenum.engine.rtp.Rtp;
import plenum.engine.sdp.Codec;
import plenum.engine.sdp.HeaderIds;
import plenum.engine.sdp.PublishedTrack;
import plenum.engine.sdp.TrackMarks;

/** Which packets are sent again ones, and what they were. */
class RepairSourceTest {

  private static final int VP8 = 96;
  private static final int RTX = 97;
  private static final int MID = 4;
  private static final int REPAIRED = 10;

  private final TestMedia media = new TestMedia();

  private static RepairSource source(int announced, String name) {
    Codec vp8 = new Codec(VP8, "VP8", 90_000, 1, "", List.of("nack"));
    Codec rtx = new Codec(RTX, "rtx", 90_000, 1, "apt=96", List.of());
    HeaderIds ids = new HeaderIds(0, MID, 9, REPAIRED, 0, 0);
    return new RepairSource(
        new PublishedTrack(
            "video",
            List.of(vp8),
            new TrackMarks("1", 1002, ids, announced),
            Map.of(VP8, rtx),
            name.isEmpty() ? List.of() : List.of("h", "l")),
        name);
  }

  private static boolean isFrom(RepairSource source, byte[] packet) {
    return source.isFrom(packet, 0, packet.length);
  }

  private static byte[] plain(int ssrc) {
    byte[] packet = new byte[20];
    packet[0] = (byte) 0x80;
    packet[1] = RTX;
    return TestMedia.from(ssrc, packet);
  }

  private static byte[] named(int ssrc, int id, String name) {
    return TestMedia.named(plain(ssrc), id, name);
  }

  @Test
  void makesOfAPacketWhatItWas() {
    RepairSource source = source(0, "");
    byte[] lost = media.video(4711, 90, true, (byte) 1, (byte) 2);
    byte[] repair = TestMedia.repair(RTX, 77, 5, lost);
    assertTrue(source.has(Rtp.payloadType(repair, 0)) && !source.has(VP8));
    int sequence = source.sequence(repair, 0, repair.length);
    assertEquals(4711, sequence);
    int shorter = source.restore(repair, 0, repair.length, sequence, TestOffer.VIDEO_SSRC);
    assertArrayEquals(lost, Arrays.copyOfRange(repair, shorter, repair.length));
  }

  /** Chromium sends both kinds to find out how much passes. */
  @Test
  void findsNothingInWhatIsEmptyOrPadding() {
    RepairSource source = source(0, "");
    byte[] empty = plain(77);
    for (int length = 0; length <= 14; length++) {
      assertEquals(-1, source.sequence(empty, 0, length), length + " bytes");
    }
    byte[] padding = new byte[12 + 255];
    System.arraycopy(empty, 0, padding, 0, 12);
    padding[0] |= 0x20;
    padding[padding.length - 1] = (byte) 255;
    assertEquals(-1, source.sequence(padding, 0, padding.length));
  }

  @Test
  void knowsThatOfOneEncodingByTheOfferOrByItsMid() {
    assertTrue(isFrom(source(77, ""), plain(77)));
    assertFalse(isFrom(source(77, ""), plain(78)));
    assertTrue(isFrom(source(77, ""), named(78, MID, "1")), "another one than it announced");
    assertTrue(isFrom(source(0, ""), plain(78)));
    assertTrue(isFrom(source(0, ""), named(78, MID, "1")));
    assertFalse(isFrom(source(0, ""), named(78, MID, "0")));
  }

  @Test
  void isOfAnySsrcOnceWhatItRepairsHasAnotherThanAnnounced() {
    RepairSource source = source(77, "");
    source.follow(false);
    assertTrue(isFrom(source, plain(78)));
    assertFalse(isFrom(source, named(78, MID, "0")));
    source.follow(true);
    assertFalse(isFrom(source, plain(78)));
    assertTrue(isFrom(source, plain(77)));
    RepairSource large = source(0, "h");
    assertTrue(isFrom(large, named(77, REPAIRED, "h")));
    large.follow(false);
    assertTrue(isFrom(large, plain(77)), "its name told, and nothing else");
  }

  @Test
  void knowsThoseOfSeveralByTheirNamesAndThenBySsrc() {
    RepairSource large = source(77, "h");
    assertFalse(isFrom(large, plain(77)), "nobody knows of which");
    assertTrue(isFrom(large, named(77, REPAIRED, "h")));
    assertTrue(isFrom(large, plain(77)));
    assertFalse(isFrom(large, named(78, REPAIRED, "l")));
    assertTrue(isFrom(large, plain(77)));
    assertFalse(isFrom(large, named(77, REPAIRED, "l")), "now it is the other one's");
    assertFalse(isFrom(large, plain(77)));
  }

  @Test
  void whateverComesIsReadWithinItsBounds() {
    Random random = new Random(3);
    RepairSource source = source(0, "h");
    for (int i = 0; i < 20_000; i++) {
      byte[] packet = new byte[12 + random.nextInt(40)];
      random.nextBytes(packet);
      packet[0] = (byte) (packet[0] & 0x3f | 0x80);
      packet[1] = RTX;
      source.isFrom(packet, 0, packet.length);
      int sequence = source.sequence(packet, 0, packet.length);
      assertTrue(sequence >= -1 && sequence <= 0xffff);
      if (sequence >= 0) {
        assertEquals(2, source.restore(packet, 0, packet.length, sequence, 1));
      }
    }
  }
}
