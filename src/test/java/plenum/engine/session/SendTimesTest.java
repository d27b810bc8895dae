package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.engine.forward.Kind;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.TrackId;
import plenum.engine.rtp.Rtp;

class SendTimesTest {

  private static final int SSRC = 7;
  private static final int ROOM = 8;
  private static final int ID = 2;
  private static final long SECOND = 1_000_000_000;

  private final SendTimes times = new SendTimes(List.of(track()));

  private static PlayerTrack track() {
    PlayerTrack track = new PlayerTrack(new TrackId(Kind.VIDEO, 0), SSRC, codec -> 96);
    track.time(ID);
    return track;
  }

  private byte[] packet(int ssrc, int sequence) {
    byte[] packet = new byte[ROOM + 20];
    packet[ROOM] = (byte) 0x80;
    Rtp.setSsrc(packet, ROOM, ssrc);
    Rtp.setSequence(packet, ROOM, sequence);
    assertTrue(Rtp.addExtension(packet, ROOM, ID));
    return packet;
  }

  private byte[] sent(int ssrc, int sequence, long nanos) {
    byte[] packet = packet(ssrc, sequence);
    assertTrue(times.write(packet, 0, nanos));
    assertEquals(3, Rtp.extensionLength(packet, 0, packet.length, ID));
    int at = Rtp.extension(packet, 0, packet.length, ID);
    return Arrays.copyOfRange(packet, at, at + 3);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void tellsSecondsWithEighteenBitsBehindThePoint() {
    assertArrayEquals(bytes(0x04, 0, 0), sent(SSRC, 1, SECOND));
    assertArrayEquals(bytes(0x06, 0, 0), sent(SSRC, 2, SECOND + SECOND / 2));
    assertArrayEquals(bytes(0x04, 0, 0), sent(SSRC, 3, 65 * SECOND), "64 s are one turn");
  }

  @Test
  void whatIsSentAgainAsItWasHasTheTimeThatItHad() {
    sent(SSRC, 1, SECOND);
    assertArrayEquals(bytes(0x04, 0, 0), sent(SSRC, 1, 3 * SECOND));
    sent(SSRC, 1 + 1024, 4 * SECOND);
    assertFalse(times.write(packet(SSRC, 1), 0, 5 * SECOND), "nobody knows any more");
  }

  @Test
  void whatIsSentAgainByAnotherSourceLeavesNow() {
    assertArrayEquals(bytes(0x04, 0, 0), sent(SSRC + 1, 1, SECOND));
    assertArrayEquals(bytes(0x0c, 0, 0), sent(SSRC + 1, 1, 3 * SECOND));
  }

  @Test
  void packetsWithoutRoomForItAreLeftAsTheyAre() {
    byte[] packet = new byte[20];
    packet[0] = (byte) 0x80;
    byte[] before = packet.clone();
    assertTrue(times.write(packet, 0, SECOND));
    assertArrayEquals(before, packet);
  }
}
