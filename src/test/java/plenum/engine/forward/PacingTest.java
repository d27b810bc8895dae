package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.rtp.Rtp;

/** Packets that wait for a slow link leave as they would have at once, or never. */
class PacingTest {

  private static final LayerId AUDIO = LayerId.first(new TrackId(Kind.AUDIO, 0));
  private static final LayerId VIDEO = LayerId.first(new TrackId(Kind.VIDEO, 0));
  private static final int SSRC = 0x2222;
  private static final long MILLI = 1_000_000;

  private final Stream stream = new Stream();
  private final PacedOutput output = new PacedOutput();
  private final PlayerTrack track = new PlayerTrack(VIDEO.track(), SSRC, codec -> 120);
  private final Player player =
      new Player(
          "cname", List.of(new PlayerTrack(AUDIO.track(), 0x4444, codec -> 111), track), output);
  private final List<LayerId> wishes = new ArrayList<>();
  private final Source source =
      new Source(
          Map.of(
              AUDIO, List.of(new SourceCodec(96, "opus", "", 48_000)),
              VIDEO, List.of(new SourceCodec(96, "VP8", "", 90_000))),
          wishes::add);
  private long now = 1000 * MILLI;

  private void begin() {
    stream.publish(source);
    stream.add(player, now);
  }

  private void send(LayerId of, int n, boolean key) {
    byte[] payload = {0x10, (byte) (key ? 0 : 1), (byte) n, (byte) (n >> 8)};
    byte[] packet = Packets.rtp(n, 3000 * n, payload);
    now += 10 * MILLI;
    stream.receive(source, of, packet, 0, packet.length, now);
    stream.flush(now);
  }

  private void pictures(int from, int to) {
    IntStream.range(from, to).forEach(n -> send(VIDEO, n, n == 0));
  }

  private int content(int index) {
    byte[] packet = output.sent.packets.get(index);
    return packet[14] & 0xff | (packet[15] & 0xff) << 8;
  }

  private void assertWhole(int from, int to) {
    assertEquals(to - from, output.sent.packets.size());
    for (int i = 0; i < to - from; i++) {
      assertEquals(from + i, content(i));
      assertEquals(output.sent.sequence(0) + i & 0xffff, output.sent.sequence(i));
    }
  }

  @Test
  void whatWaitedLeavesAsItWouldHaveAtOnce() {
    begin();
    output.room = 2;
    pictures(0, 10);
    assertEquals(2, output.sent.packets.size());
    output.release(3);
    pictures(10, 12);
    output.release(Integer.MAX_VALUE);
    assertWhole(0, 12);
    assertEquals(output.sent.timestamp(0) + 3000 * 11, output.sent.timestamp(11));
  }

  @Test
  void noOtherKeyFrameIsAskedForWhileOneWaits() {
    begin();
    output.room = 1;
    send(VIDEO, 0, true);
    assertFalse(track.keyFrameWaits(), "it has left");
    send(VIDEO, 10, true);
    assertTrue(track.keyFrameWaits());
    wishes.clear();
    now += 2000 * MILLI;
    stream.keyFrameWanted(player, SSRC, now);
    assertEquals(List.of(), wishes);
    output.release(1);
    assertFalse(track.keyFrameWaits());
    stream.keyFrameWanted(player, SSRC, now);
    assertEquals(List.of(VIDEO), wishes);
  }

  @Test
  void aKeyFrameThatWasGivenUpWaitsNoMore() {
    begin();
    output.room = 0;
    send(VIDEO, 0, true);
    assertTrue(track.keyFrameWaits());
    track.giveUp();
    assertFalse(track.keyFrameWaits());
  }

  @Test
  void soundNeverWaits() {
    begin();
    output.room = 0;
    send(VIDEO, 0, true);
    send(AUDIO, 0, false);
    assertEquals(List.of(0x4444), output.sent.packets.stream().map(p -> Rtp.ssrc(p, 0)).toList());
  }

  @Test
  void whatNeverLeftHasUsedNoNumbers() {
    begin();
    output.room = 3;
    output.patience = 4;
    pictures(0, 8);
    assertEquals(3, output.sent.packets.size());
    assertTrue(player.awaitsKeyFrame());
    output.room = Integer.MAX_VALUE;
    send(VIDEO, 8, false);
    assertEquals(3, output.sent.packets.size(), "nothing without a key frame");
    send(VIDEO, 9, true);
    send(VIDEO, 10, false);
    assertEquals(List.of(0, 1, 2, 9, 10), IntStream.range(0, 5).mapToObj(this::content).toList());
    for (int i = 1; i < 5; i++) {
      assertEquals(output.sent.sequence(0) + i & 0xffff, output.sent.sequence(i));
    }
    assertFalse(player.awaitsKeyFrame());
  }

  @Test
  void asksForAKeyFrameWhereItGaveUp() {
    begin();
    output.room = 0;
    output.patience = 1;
    pictures(0, 3);
    wishes.clear();
    now += 1000 * MILLI;
    stream.tick(now);
    assertEquals(List.of(VIDEO), wishes);
  }

  @Test
  void whoeverComesAndGoesCostsNoMoreKeyFramesThanItMay() {
    player.choosesBy(new TokenBucket(0.5, 6, now));
    stream.publish(source);
    for (int second = 0; second < 20; second++) {
      now += 1000 * MILLI;
      stream.add(player, now);
      stream.tick(now + 300 * MILLI);
      stream.remove(player);
    }
    assertTrue(wishes.size() >= 6 && wishes.size() <= 16, wishes.size() + " key frames");
  }

  /** Its number may yet become another packet's, and one number of SRTP has one packet. */
  @Test
  void whatWaitsIsNotSentAgain() {
    begin();
    output.room = 1;
    pictures(0, 3);
    int first = output.sent.sequence(0);
    stream.retransmit(player, SSRC, List.of(first + 1 & 0xffff, first + 2 & 0xffff), now);
    assertEquals(1, output.sent.packets.size());
    output.release(1);
    stream.retransmit(player, SSRC, List.of(first + 1 & 0xffff), now);
    assertEquals(3, output.sent.packets.size());
    assertArrayEquals(output.sent.packets.get(1), output.sent.packets.get(2));
  }

  @Test
  void forgetsWhatWaitsForAnotherStream() {
    begin();
    output.room = 1;
    pictures(0, 5);
    stream.remove(player);
    output.release(Integer.MAX_VALUE);
    assertEquals(1, output.sent.packets.size());
    output.room = Integer.MAX_VALUE;
    stream.add(player, now);
    send(VIDEO, 5, true);
    assertEquals(output.sent.sequence(0) + 1 & 0xffff, output.sent.sequence(1));
  }

  /** Whatever waits, is asked for again and is given up: one number is one packet. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverGivesTwoPacketsOneNumber(long seed) {
    Random random = new Random(seed);
    output.patience = 8;
    boolean swap = false;
    begin();
    for (int n = 0; n < 2000; n++) {
      output.room = random.nextInt(3);
      swap = n % 2 == 0 ? n > 0 && random.nextInt(5) == 0 : swap;
      int overtaken = swap ? n ^ 1 : n;
      send(VIDEO, overtaken, n == 0 || random.nextInt(15) == 0);
      output.release(random.nextInt(3));
      int asked = Rtp.sequence(output.sent.packets.get(output.sent.packets.size() - 1), 0);
      stream.retransmit(player, SSRC, List.of(asked - 3 + random.nextInt(8) & 0xffff), now);
      if (random.nextInt(200) == 0) {
        stream.remove(player);
        stream.add(player, now);
      }
    }
    Map<Integer, byte[]> byNumber = new HashMap<>();
    for (byte[] packet : output.sent.packets) {
      byte[] before = byNumber.putIfAbsent(Rtp.sequence(packet, 0), packet);
      assertArrayEquals(before == null ? packet : before, packet);
    }
  }
}
