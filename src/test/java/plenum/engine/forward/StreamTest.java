package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtcp.SourceDescription;
import plenum.engine.rtp.Rtp;

class StreamTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int VIDEO_SSRC = 0x2222;
  private static final int AUDIO_SSRC = 0x3333;
  private static final LayerId AUDIO = LayerId.first(new TrackId(Kind.AUDIO, 0));
  private static final LayerId VIDEO = LayerId.first(new TrackId(Kind.VIDEO, 0));
  private static final SourceCodec VP8 = new SourceCodec(96, "VP8", "", 90_000);
  private static final SourceCodec H264 = new SourceCodec(102, "H264", "", 90_000);

  /** All packets have the payload type of video here, unless they say otherwise. */
  private static final SourceCodec OPUS = new SourceCodec(96, "opus", "", 48_000);

  private final Stream stream = new Stream();
  private final RecordingOutput output = new RecordingOutput();
  private int keyFrameRequests;

  private Source source() {
    return new Source(
        Map.of(AUDIO, List.of(OPUS), VIDEO, List.of(VP8, H264)), track -> keyFrameRequests++);
  }

  private Player player(PlayerOutput to, PayloadTypes types) {
    List<PlayerTrack> tracks =
        List.of(
            new PlayerTrack(AUDIO.track(), AUDIO_SSRC, types),
            new PlayerTrack(VIDEO.track(), VIDEO_SSRC, types));
    return new Player("cname", tracks, to);
  }

  private Player join() {
    Player player = player(output, codec -> codec.equals(VP8) ? 120 : 63);
    stream.add(player, 0);
    return player;
  }

  private Source publish() {
    Source source = source();
    stream.publish(source);
    return source;
  }

  private void video(Source from, byte[] packet, long now) {
    stream.receive(from, VIDEO, packet, 0, packet.length, now);
    stream.flush(now);
  }

  @Test
  void givesThePlayerItsOwnNumbers() {
    Source source = publish();
    join();
    video(source, Packets.rtp(500, 9000, Packets.KEY), 0);
    byte[] sent = output.packets.get(0);
    assertEquals(120, Rtp.payloadType(sent, 0));
    assertEquals(VIDEO_SSRC, Rtp.ssrc(sent, 0));
    assertArrayEquals(Packets.KEY, payload(sent));
  }

  private static byte[] payload(byte[] packet) {
    return java.util.Arrays.copyOfRange(packet, 12, packet.length);
  }

  @Test
  void keepsExtensionsAndPaddingFromPlayers() {
    Source source = publish();
    join();
    video(source, Packets.decorated(500, 9000, Packets.KEY), 0);
    assertArrayEquals(Packets.KEY, payload(output.packets.get(0)));
    assertEquals(0x80, output.packets.get(0)[0] & 0xff);
  }

  @Test
  void sendsPaddingOnlyPacketsEmptySoThatNobodyMissesThem() {
    Source source = publish();
    join();
    video(source, Packets.decorated(500, 9000), 0);
    assertEquals(12, output.packets.get(0).length);
  }

  @Test
  void countsNoPaddingAsAnEncodingThatComes() {
    Source source = publish();
    LayerFlow flow = source.track(VIDEO).flow();
    video(source, Packets.decorated(500, 9000), 0);
    assertFalse(flow.flows(0));
    video(source, Packets.decorated(501, 9000, Packets.KEY), 0);
    assertTrue(flow.flows(0));
  }

  @Test
  void servesEveryPlayerItsWholeBatchInARow() {
    Source source = publish();
    StringBuilder order = new StringBuilder();
    for (String name : List.of("a", "b")) {
      PlayerOutput to =
          new PlayerOutput() {
            @Override
            public void rtp(byte[] b, int off, int len) {
              order.append(name);
            }

            @Override
            public void rtcp(byte[] compound) {
              order.append('!');
            }
          };
      stream.add(player(to, codec -> 100), 0);
    }
    for (int i = 0; i < 3; i++) {
      byte[] packet = Packets.rtp(i, 0, Packets.KEY);
      stream.receive(source, VIDEO, packet, 0, packet.length, 0);
    }
    stream.flush(0);
    assertEquals("aaabbb", order.toString());
  }

  @Test
  void flushesAFullBatchByItself() {
    Source source = publish();
    join();
    for (int i = 0; i < 70; i++) {
      byte[] packet = Packets.rtp(i, 0, Packets.KEY);
      stream.receive(source, VIDEO, packet, 0, packet.length, 0);
    }
    assertEquals(64, output.packets.size());
    stream.flush(0);
    assertEquals(70, output.packets.size());
  }

  @Test
  void dropsDuplicatesAndMalformedPackets() {
    Source source = publish();
    join();
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    byte[] badPadding = Packets.rtp(2, 0, (byte) 0, (byte) 77);
    badPadding[0] |= 0x20;
    video(source, badPadding, 0);
    assertEquals(1, output.packets.size());
  }

  @Test
  void passesReorderedPacketsOnUnderTheirOwnNumbers() {
    Source source = publish();
    join();
    video(source, Packets.rtp(10, 0, Packets.KEY), 0);
    video(source, Packets.rtp(12, 2, Packets.DELTA), 0);
    video(source, Packets.rtp(11, 1, Packets.DELTA), 0);
    assertEquals(1, output.sequence(2) - output.sequence(0));
    assertEquals(2, output.sequence(1) - output.sequence(0));
  }

  @Test
  void resumesOnTheSameSsrcWithContinuousNumbersWhenAPublisherReturns() {
    Source first = publish();
    join();
    video(first, Packets.rtp(100, 0, Packets.KEY), 0);
    stream.unpublish(first);
    Source second = publish();
    video(second, Packets.rtp(40_000, 123_456, Packets.KEY), 3 * SECOND);
    assertEquals(output.sequence(0) + 1, output.sequence(1));
    assertEquals(270_000, output.timestamp(1) - output.timestamp(0));
    assertEquals(VIDEO_SSRC, Rtp.ssrc(output.packets.get(1), 0));
  }

  @Test
  void ignoresThePacketsOfASourceThatWasReplaced() {
    Source old = publish();
    join();
    publish();
    video(old, Packets.rtp(100, 0, Packets.KEY), 0);
    assertTrue(output.packets.isEmpty());
  }

  @Test
  void withholdsACodecThatThePlayerDidNotOffer() {
    Source source = publish();
    Player player = player(output, codec -> codec.equals(OPUS) ? 111 : PayloadTypes.NONE);
    stream.add(player, 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    byte[] audio = Packets.rtp(1, 0, (byte) 1);
    stream.receive(source, AUDIO, audio, 0, audio.length, 0);
    stream.flush(0);
    assertEquals(1, player.withheldPackets());
    assertEquals(AUDIO_SSRC, Rtp.ssrc(output.packets.get(0), 0));
  }

  private static byte[] h264(int sequence, int timestamp) {
    byte[] packet = Packets.rtp(sequence, timestamp, (byte) 5, (byte) 1);
    Rtp.setPayloadType(packet, 0, H264.payloadType());
    return packet;
  }

  @Test
  void goesOnWithThePlayersPayloadTypeWhenTheCodecChanges() {
    Source source = publish();
    stream.add(player(output, codec -> codec.equals(VP8) ? 120 : 125), 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    video(source, h264(2, 3000), 0);
    video(source, Packets.rtp(3, 6000, Packets.KEY), 0);
    List<Integer> types = output.packets.stream().map(p -> Rtp.payloadType(p, 0)).toList();
    assertEquals(List.of(120, 125, 120), types);
    assertEquals(2, output.sequence(2) - output.sequence(0));
    assertEquals(6000, output.timestamp(2) - output.timestamp(0));
  }

  @Test
  void sendsAPacketAgainAsTheCodecThatItHas() {
    Source source = publish();
    Player player = player(output, codec -> codec.equals(VP8) ? 120 : 125);
    stream.add(player, 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    video(source, h264(2, 3000), 0);
    stream.retransmit(player, VIDEO_SSRC, List.of(output.sequence(0)), SECOND);
    assertArrayEquals(output.packets.get(0), output.packets.get(2));
  }

  @Test
  void goesOnWithoutAGapAfterACodecThatThePlayerDidNotOffer() {
    Source source = publish();
    Player player = player(output, codec -> codec.equals(VP8) ? 120 : PayloadTypes.NONE);
    stream.add(player, 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    video(source, h264(2, 3000), SECOND);
    video(source, h264(3, 6000), SECOND);
    video(source, Packets.rtp(4, 9000, Packets.KEY), 2 * SECOND);
    assertEquals(2, player.withheldPackets());
    assertEquals(1, output.sequence(1) - output.sequence(0));
    assertEquals(180_000, output.timestamp(1) - output.timestamp(0));
  }

  @Test
  void sendsNothingAgainThatThePlayerCannotDecode() {
    Source source = publish();
    Player player = player(output, codec -> codec.equals(VP8) ? 120 : PayloadTypes.NONE);
    stream.add(player, 0);
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    byte[] waiting = h264(2, 3000);
    stream.receive(source, VIDEO, waiting, 0, waiting.length, 0);
    stream.retransmit(player, VIDEO_SSRC, List.of(output.sequence(0) + 1), SECOND);
    assertEquals(1, output.packets.size());
  }

  @Test
  void asksForAKeyFrameWhenAnotherCodecBeginsWithoutOne() {
    Source source = publish();
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    byte[] delta = h264(2, 0);
    delta[12] = 1;
    video(source, delta, 0);
    assertEquals(1, keyFrameRequests);
  }

  @Test
  void dropsACodecThatWasNotAgreedOn() {
    Source source = publish();
    join();
    byte[] foreign = Packets.rtp(1, 0, Packets.KEY);
    Rtp.setPayloadType(foreign, 0, 35);
    video(source, foreign, 0);
    assertTrue(output.packets.isEmpty());
  }

  private static byte[] of(int ssrc, byte[] packet) {
    Rtp.setSsrc(packet, 0, ssrc);
    return packet;
  }

  @Test
  void goesOnWithoutAGapWhenASourceSendsAsAnotherSsrc() {
    Source source = publish();
    join();
    video(source, of(1, Packets.rtp(65_535, 0, Packets.KEY)), 0);
    video(source, of(1, Packets.rtp(0, 3000, Packets.DELTA)), 0);
    video(source, of(2, Packets.rtp(40_000, 123_456, Packets.KEY)), 2 * SECOND);
    video(source, of(2, Packets.rtp(40_001, 126_456, Packets.DELTA)), 2 * SECOND);
    for (int i = 1; i < 4; i++) {
      assertEquals(1, (short) (output.sequence(i) - output.sequence(i - 1)));
      assertEquals(VIDEO_SSRC, Rtp.ssrc(output.packets.get(i), 0));
    }
    assertEquals(180_000, output.timestamp(2) - output.timestamp(1));
    assertEquals(3000, output.timestamp(3) - output.timestamp(2));
  }

  @Test
  void mixesNoPacketOfBeforeTheFirstIntoThoseOfAnotherSsrc() {
    Source source = publish();
    join();
    video(source, of(1, Packets.rtp(1, 0, Packets.KEY)), 0);
    video(source, of(1, Packets.rtp(4, 0, Packets.DELTA)), 0);
    video(source, of(2, Packets.rtp(100, 0, Packets.KEY)), SECOND);
    video(source, of(2, Packets.rtp(99, 0, Packets.DELTA)), SECOND);
    assertEquals(3, output.packets.size());
  }

  @Test
  void sendsAgainWhatWasLostBeforeAnotherSsrc() {
    Source source = publish();
    Player player = join();
    video(source, of(1, Packets.rtp(1, 0, Packets.KEY)), 0);
    byte[] lost = output.packets.get(0).clone();
    video(source, of(2, Packets.rtp(500, 9, Packets.KEY)), SECOND);
    stream.retransmit(player, VIDEO_SSRC, List.of(output.sequence(0)), 2 * SECOND);
    assertArrayEquals(lost, output.packets.get(2));
  }

  @Test
  void asksForAKeyFrameWhenAnotherSsrcBeginsWithoutOne() {
    Source source = publish();
    video(source, of(1, Packets.rtp(1, 0, Packets.KEY)), 0);
    assertEquals(0, keyFrameRequests);
    video(source, of(2, Packets.rtp(1, 0, Packets.DELTA)), SECOND);
    assertEquals(1, keyFrameRequests);
    video(source, of(3, Packets.rtp(1, 0, Packets.KEY)), 2 * SECOND);
    assertEquals(1, keyFrameRequests);
  }

  @Test
  void translatesTheReportsOfAnotherSsrcAndForgetsThoseOfBefore() {
    Source source = publish();
    join();
    video(source, of(1, Packets.rtp(1, 5000, Packets.KEY)), 0);
    stream.report(source, VIDEO, new SenderReport(1, 5, 8000, 9, 9, List.of()));
    video(source, of(2, Packets.rtp(7, 90_000, Packets.KEY)), SECOND);
    RecordingOutput late = new RecordingOutput();
    stream.add(player(late, codec -> 99), SECOND);
    video(source, of(2, Packets.rtp(8, 90_000, Packets.DELTA)), SECOND);
    assertEquals(List.of(), late.senderReports());
    stream.report(source, VIDEO, new SenderReport(2, 6, 91_000, 9, 9, List.of()));
    SenderReport report = output.senderReports().get(1);
    assertEquals(1000, report.rtpTimestamp() - output.timestamp(2));
    assertEquals(1000, late.senderReports().get(0).rtpTimestamp() - late.timestamp(0));
  }

  @Test
  void asksForAKeyFrameWhenAPlayerJoins() {
    publish();
    join();
    assertEquals(1, keyFrameRequests);
  }

  @Test
  void asksOnceForPlayersThatJoinTogether() {
    publish();
    IntStream.range(0, 50).forEach(i -> join());
    stream.tick(KeyFrameRequests.PAUSE_NANOS);
    assertEquals(2, keyFrameRequests);
  }

  @Test
  void asksForAKeyFrameWhenVideoBeginsWithoutOne() {
    Source source = publish();
    video(source, Packets.rtp(1, 0, Packets.DELTA), 0);
    assertEquals(1, keyFrameRequests);
  }

  @Test
  void asksForNoKeyFrameWhenVideoBeginsWithOne() {
    Source source = publish();
    video(source, Packets.rtp(1, 0, Packets.KEY), 0);
    assertEquals(0, keyFrameRequests);
  }

  @Test
  void sendsTheSamePacketAgainWhenAskedTo() {
    Source source = publish();
    Player player = join();
    stream.add(player(new RecordingOutput(), codec -> 99), 0);
    video(source, Packets.rtp(1, 50, Packets.KEY), 0);
    video(source, Packets.rtp(2, 60, Packets.DELTA), 0);
    int missed = output.sequence(0);
    stream.retransmit(player, VIDEO_SSRC, List.of(missed), SECOND);
    assertArrayEquals(output.packets.get(0), output.packets.get(2));
  }

  @Test
  void sendsNothingAgainThatWasNeverSent() {
    Source source = publish();
    video(source, Packets.rtp(1, 50, Packets.KEY), 0);
    Player player = join();
    video(source, Packets.rtp(2, 60, Packets.DELTA), 0);
    int first = output.sequence(0);
    stream.retransmit(player, VIDEO_SSRC, List.of(first - 1, first + 1), SECOND);
    stream.retransmit(player, AUDIO_SSRC, List.of(first), SECOND);
    assertEquals(1, output.packets.size());
  }

  @Test
  void sendsNothingAgainFromBeforeThePublisherReturned() {
    Source first = publish();
    Player player = join();
    video(first, Packets.rtp(1, 50, Packets.KEY), 0);
    Source second = publish();
    video(second, Packets.rtp(7, 50, Packets.KEY), SECOND);
    stream.retransmit(player, VIDEO_SSRC, List.of(output.sequence(0)), 2 * SECOND);
    assertEquals(2, output.packets.size());
  }

  @Test
  void translatesSenderReportsSoThatLipsStayInSync() {
    Source source = publish();
    join();
    video(source, Packets.rtp(1, 5000, Packets.KEY), 0);
    stream.report(source, VIDEO, new SenderReport(0x1111, 77L << 32, 8000, 9, 9, List.of()));
    SenderReport report = output.senderReports().get(0);
    assertEquals(VIDEO_SSRC, report.ssrc());
    assertEquals(77L << 32, report.ntp());
    assertEquals(3000, report.rtpTimestamp() - output.timestamp(0));
    assertEquals(1, report.packets());
    assertEquals(Packets.KEY.length, report.octets());
    assertTrue(output.reports.contains(SourceDescription.of(VIDEO_SSRC, "cname")));
  }

  @Test
  void givesANewPlayerTheLastSenderReportWithItsFirstPacket() {
    Source source = publish();
    stream.report(source, VIDEO, new SenderReport(0x1111, 5, 8000, 9, 9, List.of()));
    join();
    assertTrue(output.reports.isEmpty());
    video(source, Packets.rtp(1, 8000, Packets.KEY), 0);
    assertEquals(output.timestamp(0), output.senderReports().get(0).rtpTimestamp());
    video(source, Packets.rtp(2, 8000, Packets.KEY), 0);
    assertEquals(1, output.senderReports().size());
  }

  @Test
  void countsWhatItSends() {
    Source source = publish();
    Player player = join();
    video(source, Packets.rtp(1, 50, Packets.KEY), 0);
    assertEquals(17, stream.sentBytes());
    assertEquals(17, player.sentBytes());
  }

  @Test
  void isAbandonedWhenNobodyPublishesAndNobodyPlays() {
    assertTrue(stream.abandoned());
    Source source = publish();
    Player player = join();
    stream.unpublish(source);
    assertFalse(stream.abandoned());
    stream.remove(player);
    assertTrue(stream.abandoned());
  }

  @Test
  void countsOnlySoManyWishesOfOnePlayerForKeyFrames() {
    publish();
    Player greedy = join();
    int before = keyFrameRequests;
    long tenth = SECOND / 10;
    for (long now = SECOND; now < 61 * SECOND; now += tenth) {
      stream.keyFrameWanted(greedy, VIDEO_SSRC, now);
      stream.tick(now);
    }
    int asked = keyFrameRequests - before;
    assertTrue(asked <= Player.KEY_FRAME_WISHES_AT_ONCE + 30, asked + " in a minute");
    assertTrue(asked >= 29, asked + " in a minute");
  }

  @Test
  void countsThePlayersWishesForKeyFramesApart() {
    publish();
    Player greedy = join();
    Player other = join();
    for (int i = 0; i < 20; i++) {
      stream.keyFrameWanted(greedy, VIDEO_SSRC, SECOND);
    }
    stream.tick(2 * SECOND);
    int before = keyFrameRequests;
    stream.keyFrameWanted(other, VIDEO_SSRC, 3 * SECOND);
    assertEquals(before + 1, keyFrameRequests);
  }

  /** The payload is where it was, so the next player gets the packet as it came. */
  @Test
  void sendsAHeaderExtensionToThoseWhoWantOne() {
    Source source = publish();
    PlayerTrack extended = new PlayerTrack(VIDEO.track(), VIDEO_SSRC, codec -> 120);
    extended.extend(5);
    stream.add(new Player("cname", List.of(extended), output), 0);
    RecordingOutput plain = new RecordingOutput();
    stream.add(player(plain, codec -> 120), 0);
    video(source, Packets.rtp(500, 9000, Packets.KEY), 0);
    video(source, Packets.rtp(501, 9000, Packets.DELTA), 0);
    byte[] sent = output.packets.get(0);
    assertEquals(12 + 8 + Packets.KEY.length, sent.length);
    assertEquals(Rtp.EXTENSION_DATA, Rtp.extension(sent, 0, sent.length, 5));
    assertEquals(2, Rtp.extensionLength(sent, 0, sent.length, 5));
    assertEquals(VIDEO_SSRC, Rtp.ssrc(sent, 0));
    assertArrayEquals(Packets.KEY, java.util.Arrays.copyOfRange(sent, 20, sent.length));
    assertArrayEquals(Packets.KEY, payload(plain.packets.get(0)));
    assertArrayEquals(Packets.DELTA, payload(plain.packets.get(1)));
    assertEquals((byte) 0x80, plain.packets.get(0)[0]);
    assertEquals(sent[1], plain.packets.get(0)[1], "marker and payload type");
  }
}
