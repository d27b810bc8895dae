package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Link;
import plenum.engine.forward.Kind;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.TrackId;
import plenum.engine.rtp.Rtp;

/** One index of SRTP never has two headers. */
class TransportNumbersTest {

  private static final int SSRC = 77;
  private static final int HEAD_ROOM = 8;

  private final TransportNumbers numbers =
      new TransportNumbers(
          new Link(EstimateSettings.defaults(), 0).open(),
          List.of(new PlayerTrack(new TrackId(Kind.VIDEO, 0), SSRC, codec -> 96)));

  private static byte[] packet(int sequence) {
    byte[] b = new byte[HEAD_ROOM + 40];
    b[HEAD_ROOM] = (byte) 0x80;
    Rtp.setSequence(b, HEAD_ROOM, sequence);
    Rtp.setSsrc(b, HEAD_ROOM, SSRC);
    assertTrue(Rtp.addExtension(b, HEAD_ROOM, 3));
    return b;
  }

  private boolean send(byte[] packet) {
    return numbers.number(packet, 0, packet.length, 1);
  }

  @Test
  void givesAPacketTheSameBytesAgain() {
    byte[] first = packet(65_530);
    assertTrue(send(first));
    for (int i = 1; i < 1000; i++) {
      assertTrue(send(packet(65_530 + i & 0xffff)));
    }
    byte[] again = packet(65_530);
    assertTrue(send(again));
    assertArrayEquals(first, again);
  }

  @Test
  void refusesWhatWasSentLongAgo() {
    send(packet(500));
    send(packet(500 + 1024));
    assertFalse(send(packet(500)));
    assertTrue(send(packet(500 + 2048)));
  }

  @Test
  void leavesOthersAlone() {
    byte[] plain = packet(5);
    plain[0] &= (byte) ~0x10;
    byte[] before = plain.clone();
    assertTrue(send(plain));
    byte[] foreign = packet(5);
    Rtp.setSsrc(foreign, 0, 99);
    assertTrue(send(foreign));
    assertArrayEquals(before, plain);
  }
}
