package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.rtp.Rtp;

/**
 * A player changes between three encodings of a picture at every boundary of a packet, where
 * packets come in order and where some are lost or late: no decoder may notice but by the size.
 */
class SwitchingTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final TrackId VIDEO = new TrackId(Kind.VIDEO, 0);
  private static final SourceCodec VP8 = new SourceCodec(96, "VP8", "", 90_000);
  private static final int SSRC = 0x2222;
  private static final int LAYERS = 3;
  private static final int PACKETS = 3;

  /** Where the numbers are that {@link #packet} writes last. */
  private static final int TAIL = 5;

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private final PlayerTrack track = new PlayerTrack(VIDEO, SSRC, codec -> 120);
  private final Player player = new Player("cname", List.of(track), output);
  private final boolean[] keyWanted = new boolean[LAYERS];
  private final Source source =
      new Source(
          IntStream.range(0, LAYERS)
              .boxed()
              .collect(Collectors.toMap(SwitchingTest::layer, n -> List.of(VP8))),
          layer -> keyWanted[layer.number()] = true);
  private long now = TimeUnit.SECONDS.toNanos(100);

  private static LayerId layer(int number) {
    return new LayerId(VIDEO, number);
  }

  /** Packet p of frame n of an encoding; encodings begin to number at different places. */
  private static byte[] packet(int layer, int n, int p, boolean key) {
    int picture = 32_700 + 11 * layer + n;
    byte[] payload = {
      (byte) (p == 0 ? 0x90 : 0x80),
      (byte) 0xc0,
      (byte) (0x80 | picture >> 8 & 0x7f),
      (byte) picture,
      (byte) (n + layer),
      (byte) (key ? 0 : 1),
      0,
      0,
      (byte) 0x9d,
      0x01,
      0x2a,
      0,
      5,
      (byte) (720 >> layer),
      (byte) (720 >> layer >> 8),
      (byte) (key ? 1 : 0),
      (byte) layer,
      (byte) n,
      (byte) (n >> 8),
      (byte) p
    };
    int sequence = 65_500 + 1000 * layer + PACKETS * n + p;
    byte[] packet = Packets.rtp(sequence, 5_000_000 * layer + 3000 * n, payload);
    Rtp.setSsrc(packet, 0, 0x100 + layer);
    packet[1] |= (byte) (p == PACKETS - 1 ? 0x80 : 0);
    return packet;
  }

  private void receive(byte[] packet, int layer) {
    stream.receive(source, layer(layer), packet, 0, packet.length, now);
    stream.flush(now);
  }

  /** One capture: a frame of each encoding, packet by packet in turns. */
  private List<Runnable> capture(int n) {
    List<Runnable> packets = new ArrayList<>();
    boolean[] key = keyWanted.clone();
    Arrays.fill(keyWanted, false);
    for (int p = 0; p < PACKETS; p++) {
      for (int layer = 0; layer < LAYERS; layer++) {
        byte[] packet = packet(layer, n, p, n == 0 || key[layer]);
        int of = layer;
        packets.add(() -> receive(packet, of));
      }
    }
    return packets;
  }

  private void pass() {
    stream.tick(now);
    now += 33 * MILLI;
  }

  private void captures(int from, int to) {
    for (int n = from; n < to; n++) {
      capture(n).forEach(Runnable::run);
      pass();
    }
  }

  private void begin(int height) {
    track.want(height);
    stream.publish(source);
    stream.add(player, now);
  }

  private static int tail(byte[] sent, int index) {
    return sent[sent.length - TAIL + index] & 0xff;
  }

  private static boolean isKey(byte[] sent) {
    return tail(sent, 0) == 1;
  }

  private static int layerOf(byte[] sent) {
    return tail(sent, 1);
  }

  private static int frameOf(byte[] sent) {
    return tail(sent, 2) | tail(sent, 3) << 8;
  }

  private static int packetOf(byte[] sent) {
    return tail(sent, 4);
  }

  private static int picture(byte[] sent) {
    return (sent[14] & 0x7f) << 8 | sent[15] & 0xff;
  }

  private static boolean sameFrame(byte[] a, byte[] b) {
    return layerOf(a) == layerOf(b) && frameOf(a) == frameOf(b);
  }

  /** Every change of every two heights, before each of the packets of two captures. */
  @ParameterizedTest
  @CsvSource({"720,360", "720,180", "360,720", "360,180", "180,720", "180,360"})
  void atEveryBoundary(int from, int to) {
    for (int boundary = 0; boundary < LAYERS * PACKETS; boundary++) {
      SwitchingTest each = new SwitchingTest();
      each.changesAt(boundary, from, to);
    }
  }

  private void changesAt(int boundary, int from, int to) {
    begin(from);
    captures(0, 12);
    List<Runnable> packets = capture(12);
    packets.subList(0, boundary).forEach(Runnable::run);
    track.want(to);
    packets.subList(boundary, packets.size()).forEach(Runnable::run);
    pass();
    captures(13, 40);
    assertEquals(720 >> layerOf(output.packets.get(0)), from);
    assertEquals(720 >> layerOf(output.packets.get(output.packets.size() - 1)), to);
    assertWhole();
  }

  /**
   * All frames from first to last packet, one after the other. One that has begun may be cut off by
   * the key frame of another encoding: it is of the same moment, and nothing refers to the other.
   */
  private void assertWhole() {
    List<byte[]> sent = output.packets;
    for (int i = 1; i < sent.size(); i++) {
      byte[] a = sent.get(i - 1);
      byte[] b = sent.get(i);
      assertEquals(output.sequence(i - 1) + 1 & 0xffff, output.sequence(i), "sequence " + i);
      assertEquals(packetOf(a) == PACKETS - 1, Rtp.marker(a, 0), "marker " + i);
      boolean cut = layerOf(a) != layerOf(b) && isKey(b);
      assertEquals(cut ? 0 : (packetOf(a) + 1) % PACKETS, packetOf(b), "packet " + i);
      assertEquals(sameFrame(a, b), packetOf(b) > 0, "frame " + i);
      assertEquals(packetOf(b) > 0 ? 0 : 1, picture(b) - picture(a) & 0x7fff, "picture " + i);
      int later = Rtp.timestamp(b, 0) - Rtp.timestamp(a, 0);
      assertTrue(packetOf(b) > 0 ? later == 0 : later > 0, "timestamp " + i + ": " + later);
      assertTrue(layerOf(a) == layerOf(b) || isKey(b), "begins with a key frame " + i);
    }
  }

  @Test
  void whatIsSentAgainIsWhatWasSentBeforeAndAfter() {
    begin(720);
    captures(0, 10);
    track.want(180);
    captures(10, 30);
    assertEquals(2, output.packets.stream().map(SwitchingTest::layerOf).distinct().count());
    for (byte[] lost : List.copyOf(output.packets)) {
      int before = output.packets.size();
      now += 2_000 * MILLI;
      stream.retransmit(player, SSRC, List.of(Rtp.sequence(lost, 0)), now);
      assertArrayEquals(lost, output.packets.get(before));
    }
  }

  /** Whatever is lost and late: one packet a number, frames in order, changes at key frames. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whereSomeAreLostAndLate(long seed) {
    Random random = new Random(seed);
    int[] heights = {720, 360, 180, 0};
    begin(720);
    captures(0, 3);
    List<Delayed> waiting = new ArrayList<>();
    for (int n = 3; n < 400; n++) {
      for (Runnable packet : capture(n)) {
        if (random.nextInt(60) == 0) {
          track.want(heights[random.nextInt(heights.length)]);
        }
        if (random.nextInt(25) > 0) {
          waiting.add(new Delayed(random.nextInt(12) == 0 ? 1 + random.nextInt(10) : 0, packet));
        }
        deliver(waiting);
      }
      pass();
    }
    assertInOrder();
  }

  private record Delayed(int packets, Runnable packet) {}

  private static void deliver(List<Delayed> waiting) {
    List<Delayed> due = waiting.stream().filter(one -> one.packets == 0).toList();
    due.forEach(one -> one.packet.run());
    waiting.removeAll(due);
    waiting.replaceAll(one -> new Delayed(one.packets - 1, one.packet));
  }

  private void assertInOrder() {
    TreeMap<Integer, byte[]> byNumber = new TreeMap<>();
    int first = output.sequence(0);
    int highest = 0;
    for (byte[] packet : output.packets) {
      highest += (short) (Rtp.sequence(packet, 0) - first - highest);
      assertNull(byNumber.put(highest, packet), "one packet a number");
    }
    List<byte[]> whole =
        byNumber.values().stream().filter(packet -> packet.length > Rtp.FIXED_HEADER).toList();
    assertEquals(LAYERS, whole.stream().map(SwitchingTest::layerOf).distinct().count());
    for (int i = 1; i < whole.size(); i++) {
      assertFollows(whole.get(i - 1), whole.get(i), "packet " + i);
    }
  }

  private static void assertFollows(byte[] a, byte[] b, String which) {
    int step = (short) (picture(b) - picture(a) << 1) >> 1;
    int later = Rtp.timestamp(b, 0) - Rtp.timestamp(a, 0);
    if (sameFrame(a, b)) {
      assertTrue(packetOf(b) > packetOf(a), which);
      assertEquals(0, step, which);
      assertEquals(0, later, which);
    } else {
      assertTrue(step > 0, which + " has picture " + step + " further");
      assertTrue(later > 0, which + " is " + later + " later");
      boolean changes = layerOf(a) != layerOf(b);
      assertTrue(!changes || isKey(b) && packetOf(b) == 0, which + " changes in " + packetOf(b));
    }
  }
}
