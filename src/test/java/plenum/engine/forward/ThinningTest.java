package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.rtp.Rtp;

/** Players on thin links are left out frames of the upper temporal layers, without a hole. */
class ThinningTest {

  private static final TrackId VIDEO = new TrackId(Kind.VIDEO, 0);
  private static final LayerId ONLY = LayerId.first(VIDEO);
  private static final SourceCodec VP8 = new SourceCodec(96, "VP8", "", 90_000);
  private static final int SSRC = 0x2222;
  private static final int FIRST = 65_000;

  /** Of the frames in their order; whoever comes to the upper ones has to begin with the sync. */
  private static final int[] TEMPORAL = {0, 2, 1, 2};

  private static final boolean[] SYNC = {false, true, true, false};

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private final PlayerTrack track = new PlayerTrack(VIDEO, SSRC, codec -> 120);
  private final Player player = new Player("cname", List.of(track), output);
  private final Source source = new Source(Map.of(ONLY, List.of(VP8)), layer -> {});
  private long now;

  /** Frame n of two packets, packet p. */
  private static byte[] packet(int n, int p) {
    int picture = 32_000 + n;
    byte[] payload = {
      (byte) (p == 0 ? 0x90 : 0x80),
      (byte) 0xe0,
      (byte) (0x80 | picture >> 8 & 0x7f),
      (byte) picture,
      (byte) (n / 4),
      (byte) (TEMPORAL[n % 4] << 6 | (SYNC[n % 4] ? 0x20 : 0)),
      (byte) (n == 0 ? 0 : 1),
      (byte) n,
      (byte) (n >> 8),
      (byte) p
    };
    return Packets.rtp(FIRST + 2 * n + p, 3000 * n, payload);
  }

  private void receive(int n, int p) {
    byte[] packet = packet(n, p);
    now += 10_000_000;
    stream.receive(source, ONLY, packet, 0, packet.length, now);
    stream.flush(now);
  }

  private void frames(int from, int to) {
    for (int n = from; n < to; n++) {
      receive(n, 0);
      receive(n, 1);
    }
  }

  private void begin() {
    stream.publish(source);
    stream.add(player, now);
  }

  private static int frame(byte[] sent) {
    return sent[19] & 0xff | (sent[20] & 0xff) << 8;
  }

  private static int picture(byte[] sent) {
    return (sent[14] & 0x7f) << 8 | sent[15] & 0xff;
  }

  private List<Integer> framesSent(int since) {
    return output.packets.stream().skip(since).map(ThinningTest::frame).distinct().toList();
  }

  private void assertNoHole() {
    for (int i = 1; i < output.packets.size(); i++) {
      assertEquals(output.sequence(i - 1) + 1 & 0xffff, output.sequence(i), "sequence " + i);
      int step = picture(output.packets.get(i)) - picture(output.packets.get(i - 1)) & 0x7fff;
      int frames = frame(output.packets.get(i)) == frame(output.packets.get(i - 1)) ? 0 : 1;
      assertEquals(frames, step, "picture " + i);
    }
  }

  @Test
  void leavesOutUpperLayersAndComesBackWhereADecoderCan() {
    begin();
    frames(0, 8);
    track.thin(0);
    frames(8, 16);
    assertEquals(List.of(8, 12), framesSent(16));
    int before = output.packets.size();
    track.thin(1);
    frames(16, 20);
    assertEquals(List.of(16, 18), framesSent(before));
    before = output.packets.size();
    track.thin(2);
    frames(20, 28);
    assertEquals(List.of(20, 21, 22, 23, 24, 25, 26, 27), framesSent(before));
    assertNoHole();
  }

  @Test
  void endsTheFrameThatHasBegun() {
    begin();
    frames(0, 5);
    receive(5, 0);
    track.thin(0);
    receive(5, 1);
    frames(6, 9);
    assertEquals(List.of(4, 5, 8), framesSent(8));
    assertNoHole();
  }

  @Test
  void waitsForAFrameWithWhichADecoderCanGoUp() {
    begin();
    frames(0, 3);
    track.thin(0);
    receive(3, 0);
    receive(3, 1);
    track.thin(2);
    frames(4, 6);
    assertEquals(List.of(0, 1, 2, 4, 5), framesSent(0));
  }

  /** What comes late of a frame that is left out has a number already: it is sent empty. */
  @Test
  void sendsALatePacketOfWhatIsLeftOutEmpty() {
    begin();
    track.thin(0);
    frames(0, 1);
    receive(1, 1);
    frames(2, 5);
    int before = output.packets.size();
    receive(1, 0);
    byte[] late = output.packets.get(before);
    assertEquals(Rtp.FIXED_HEADER, late.length);
    assertEquals(output.sequence(1) + 1 & 0xffff, Rtp.sequence(late, 0));
    assertEquals(output.sequence(1) + 2 & 0xffff, output.sequence(2), "its number was kept free");
    now += 1_000_000_000L;
    stream.retransmit(player, SSRC, List.of(Rtp.sequence(late, 0)), now);
    assertArrayEquals(late, output.packets.get(before + 1), "the same bytes under one number");
  }

  @Test
  void sendsAgainByThePlayersNumbers() {
    begin();
    frames(0, 4);
    track.thin(1);
    frames(4, 40);
    List<byte[]> sent = List.copyOf(output.packets);
    for (byte[] lost : sent) {
      int before = output.packets.size();
      now += 1_000_000_000L;
      stream.retransmit(player, SSRC, List.of(Rtp.sequence(lost, 0)), now);
      assertArrayEquals(lost, output.packets.get(before));
    }
    int free = Rtp.sequence(sent.get(sent.size() - 1), 0) + 1;
    stream.retransmit(player, SSRC, List.of(free & 0xffff), now);
    assertEquals(2 * sent.size(), output.packets.size(), "nothing was sent under that number");
  }

  /**
   * Whatever is lost, late and left out: no number stands for two packets, none is missing that was
   * not lost, and what is sent again is what was sent.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdsForWhateverIsLostAndLate(long seed) {
    Random random = new Random(seed);
    begin();
    List<int[]> arriving = new ArrayList<>();
    for (int n = 0; n < 700; n++) {
      for (int p = 0; p < 2; p++) {
        int late = n > 0 && random.nextInt(10) == 0 ? random.nextInt(12) : 0;
        boolean lost = n > 0 && random.nextInt(20) == 0;
        arriving.add(new int[] {2 * n + p + late, n, p, lost ? 1 : 0});
      }
    }
    long lost = arriving.stream().filter(one -> one[3] == 1).count();
    arriving.sort((a, b) -> Integer.compare(a[0], b[0]));
    for (int[] one : arriving) {
      if (random.nextInt(40) == 0) {
        track.thin(random.nextInt(3));
      }
      if (one[3] == 0) {
        receive(one[1], one[2]);
      }
    }
    check(lost);
  }

  private void check(long lost) {
    Map<Integer, byte[]> byNumber = new TreeMap<>();
    int first = output.sequence(0);
    for (byte[] packet : output.packets) {
      int number = Rtp.sequence(packet, 0) - first & 0xffff;
      byte[] before = byNumber.put(number, packet);
      assertTrue(before == null, () -> "twice: " + number);
    }
    int last = byNumber.keySet().stream().max(Integer::compare).orElseThrow();
    assertTrue(last + 1 - byNumber.size() <= lost, "holes: " + (last + 1 - byNumber.size()));
    List<byte[]> whole = byNumber.values().stream().filter(p -> p.length > 12).toList();
    for (int i = 1; i < whole.size(); i++) {
      byte[] a = whole.get(i - 1);
      byte[] b = whole.get(i);
      assertTrue(frame(a) <= frame(b), "in order");
      int step = (short) (picture(b) - picture(a) << 1) >> 1;
      assertTrue(step >= 0 && step <= frame(b) - frame(a), "pictures " + step);
      assertEquals(frame(a) == frame(b), step == 0, "one number a picture");
    }
    again(new ArrayList<>(byNumber.values()));
  }

  private void again(List<byte[]> sent) {
    for (byte[] packet : sent.subList(sent.size() - 100, sent.size())) {
      if (packet.length > Rtp.FIXED_HEADER) {
        int before = output.packets.size();
        now += 1_000_000_000L;
        stream.retransmit(player, SSRC, List.of(Rtp.sequence(packet, 0)), now);
        assertEquals(Arrays.toString(packet), Arrays.toString(output.packets.get(before)));
      }
    }
  }
}
