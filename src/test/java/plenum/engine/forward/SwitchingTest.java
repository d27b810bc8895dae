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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.engine.rtp.Rtp;

/**
 * A player changes between three encodings of a picture at every boundary of a packet, where
 * packets come in order and where some are lost or late: no decoder may notice but by the size.
 */
class SwitchingTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
  private static final TrackId VIDEO = new TrackId(Kind.VIDEO, 0);
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
  private Format format = Format.VP8;
  private boolean unasked;
  private Source source;
  private long now = TimeUnit.SECONDS.toNanos(100);

  private static LayerId layer(int number) {
    return new LayerId(VIDEO, number);
  }

  /** Packet p of frame n of an encoding; encodings begin to number at different places. */
  private byte[] packet(int layer, int n, int p, boolean key) {
    int picture = 32_700 + 11 * layer + n & 0x7fff;
    byte[] head = format.payload(720 >> layer, picture, n + layer, p == 0, p == PACKETS - 1, key);
    byte[] payload = Arrays.copyOf(head, head.length + TAIL);
    byte[] tail = {(byte) (key ? 1 : 0), (byte) layer, (byte) n, (byte) (n >> 8), (byte) p};
    System.arraycopy(tail, 0, payload, head.length, TAIL);
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

  private void begin(Format of, int height) {
    format = of;
    List<SourceCodec> codecs = List.of(new SourceCodec(96, "" + of, "", 90_000));
    source =
        new Source(
            IntStream.range(0, LAYERS)
                .boxed()
                .collect(Collectors.toMap(SwitchingTest::layer, n -> codecs)),
            layer -> keyWanted[layer.number()] = true);
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

  private static boolean sameFrame(byte[] a, byte[] b) {
    return layerOf(a) == layerOf(b) && frameOf(a) == frameOf(b);
  }

  /** Every change of every two heights, before each of the packets of two captures. */
  @ParameterizedTest
  @EnumSource
  void atEveryBoundary(Format of) {
    int[] heights = {720, 360, 180};
    for (int from : heights) {
      for (int to : heights) {
        for (int boundary = 0; from != to && boundary < LAYERS * PACKETS; boundary++) {
          new SwitchingTest().changesAt(of, boundary, from, to);
        }
      }
    }
  }

  /** Also where all of them happen to begin with a key frame then. */
  @ParameterizedTest
  @EnumSource
  void atEveryBoundaryOfAKeyFrame(Format of) {
    for (int boundary = 0; boundary < LAYERS * PACKETS; boundary++) {
      SwitchingTest each = new SwitchingTest();
      Arrays.fill(each.keyWanted, true);
      each.unasked = true;
      each.changesAt(of, boundary, 180, 720);
    }
  }

  private void changesAt(Format of, int boundary, int from, int to) {
    begin(of, from);
    captures(0, 12);
    Arrays.fill(keyWanted, unasked);
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
      assertEquals(packetOf(b) > 0 || !numbers() ? 0 : 1, step(a, b), "picture " + i);
      int later = Rtp.timestamp(b, 0) - Rtp.timestamp(a, 0);
      assertTrue(packetOf(b) > 0 ? later == 0 : later > 0, "timestamp " + i + ": " + later);
      assertTrue(layerOf(a) == layerOf(b) || isKey(b), "begins with a key frame " + i);
    }
  }

  private boolean numbers() {
    return format == Format.VP8 || format == Format.VP9;
  }

  /** How much later one picture's number is than another's. */
  private int step(byte[] a, byte[] b) {
    return (short) (format.picture(b) - format.picture(a) << 1) >> 1;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSentAgainIsWhatWasSentBeforeAndAfter(Format of) {
    begin(of, 720);
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
  @CsvSource({
    "VP8, 1", "VP8, 2", "VP8, 3", "VP8, 4", "VP8, 5", "VP8, 6", "VP8, 7", "VP8, 8", "VP8, 9",
    "VP9, 1", "VP9, 2", "VP9, 3", "VP9, 4", "VP9, 5", "VP9, 6", "H264, 1", "H264, 2", "H264, 3",
    "H264, 4", "H264, 5", "H264, 6", "AV1, 1", "AV1, 2", "AV1, 3", "AV1, 4", "AV1, 5", "AV1, 6"
  })
  void whereSomeAreLostAndLate(Format of, long seed) {
    Random random = new Random(seed);
    int[] heights = {720, 360, 180, 0};
    begin(of, 720);
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

  private void assertFollows(byte[] a, byte[] b, String which) {
    int step = step(a, b);
    int later = Rtp.timestamp(b, 0) - Rtp.timestamp(a, 0);
    if (sameFrame(a, b)) {
      assertTrue(packetOf(b) > packetOf(a), which);
      assertEquals(0, step, which);
      assertEquals(0, later, which);
    } else {
      assertTrue(step > 0 || !numbers(), which + " has picture " + step + " further");
      assertTrue(later > 0, which + " is " + later + " later");
      boolean changes = layerOf(a) != layerOf(b);
      assertTrue(!changes || isKey(b) && packetOf(b) == 0, which + " changes in " + packetOf(b));
    }
  }
}
