package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.engine.rtp.DependencyDescriptor;
import plenum.engine.rtp.Rtp;

/** What is done for each packet allocates nothing. */
class AllocationTest {

  private static final LayerId AUDIO = LayerId.first(new TrackId(Kind.AUDIO, 0));
  private static final LayerId VIDEO = LayerId.first(new TrackId(Kind.VIDEO, 0));
  private static final int PLAYERS = 10;
  private static final int PACKETS = 2_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Stream stream = new Stream();
  private final byte[] packet = Packets.rtp(0, 0, Packets.KEY);
  private final Source source =
      new Source(
          Map.of(
              AUDIO, List.of(new SourceCodec(96, "opus", "", 48_000)),
              VIDEO, List.of(new SourceCodec(96, "VP8", "", 90_000))),
          track -> {});
  private long sent;

  private final class Counting implements PlayerOutput {
    @Override
    public void rtp(byte[] b, int off, int len) {
      sent++;
    }

    @Override
    public void rtcp(byte[] compound) {}
  }

  private void pass(int packets, int from) {
    for (int i = from; i < from + packets; i++) {
      Rtp.setSequence(packet, 0, i);
      Rtp.setTimestamp(packet, 0, i);
      stream.receive(source, i % 2 == 0 ? AUDIO : VIDEO, packet, 0, packet.length, i);
      if (i % 8 == 0) {
        stream.flush(i);
      }
    }
    stream.flush(from + packets);
  }

  @Test
  void readsWhatDescribesLayersWithoutAllocating() {
    byte[] first = HexFormat.of().parseHex("800001800214eaa860414d1410208427027f01df");
    byte[] other = {(byte) 0x83, 0, 2};
    DependencyDescriptor descriptor = new DependencyDescriptor();
    long layers = 0;
    for (int i = 0; i < 10; i++) {
      layers += descriptor.read(first, 0, first.length) ? descriptor.temporal() : 0;
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < PACKETS; i++) {
      byte[] b = i % 10 == 0 ? first : other;
      layers += descriptor.read(b, 0, b.length) ? descriptor.temporal() : 0;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(2 * (PACKETS - PACKETS / 10), layers);
    assertTrue(allocated < PACKETS, allocated + " bytes");
  }

  @Test
  void forwardsWithoutAllocating() {
    stream.publish(source);
    for (int i = 0; i < PLAYERS; i++) {
      List<PlayerTrack> tracks =
          List.of(
              new PlayerTrack(AUDIO.track(), 2 * i, codec -> 111),
              new PlayerTrack(VIDEO.track(), 2 * i + 1, codec -> 96));
      stream.add(new Player("cname", tracks, new Counting()), 0);
    }
    pass(PACKETS, 1);
    long before = threads.getCurrentThreadAllocatedBytes();
    pass(PACKETS, 1 + PACKETS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertEquals(2L * PACKETS * PLAYERS, sent);
    assertTrue(allocated < PACKETS, allocated + " bytes");
  }
}
