package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.StreamTracks;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.TrackId;
import plenum.engine.sdp.Codec;
import plenum.engine.sdp.HeaderIds;
import plenum.engine.sdp.PublishedTrack;
import plenum.engine.sdp.TrackMarks;

/** Of which track a publisher's packet is. */
class ReceivedTracksTest {

  private long now;

  private static final int VP8 = 96;
  private static final int H264 = 102;
  private static final int OPUS = 111;
  private static final LayerId FIRST_VIDEO = LayerId.first(new TrackId(Kind.VIDEO, 0));
  private static final LayerId SECOND_VIDEO = LayerId.first(new TrackId(Kind.VIDEO, 1));

  private static PublishedTrack audio(int ssrc) {
    Codec opus = new Codec(OPUS, "opus", 48_000, 2, "", List.of());
    return new PublishedTrack("audio", List.of(opus), new TrackMarks("0", ssrc, HeaderIds.NONE));
  }

  private static PublishedTrack video(int ssrc) {
    Codec vp8 = new Codec(VP8, "VP8", 90_000, 1, "", List.of());
    Codec h264 = new Codec(H264, "H264", 90_000, 1, "packetization-mode=1", List.of());
    return new PublishedTrack(
        "video", List.of(vp8, h264), new TrackMarks("1", ssrc, HeaderIds.NONE));
  }

  private ReceivedTrack of(ReceivedTracks tracks, int payloadType, int ssrc) {
    return tracks.of(packet(payloadType, ssrc), 0, 12, now);
  }

  private static byte[] packet(int payloadType, int ssrc) {
    return ByteBuffer.allocate(12)
        .putInt(0x80000000 | payloadType << 16)
        .putInt(0)
        .putInt(ssrc)
        .array();
  }

  @Test
  void numbersTheTracksOfAKindInTheirOrder() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(5), audio(6), video(7)));
    List<LayerId> ids = tracks.all().stream().map(ReceivedTrack::id).toList();
    assertEquals(
        List.of(FIRST_VIDEO, LayerId.first(new TrackId(Kind.AUDIO, 0)), SECOND_VIDEO), ids);
  }

  @Test
  void knowsAPacketByItsSsrc() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(5), video(7)));
    assertEquals(SECOND_VIDEO, of(tracks, VP8, 7).id());
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
  }

  @Test
  void knowsTheFirstPacketByItsPayloadTypeWhateverItsSsrc() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(audio(0), video(5)));
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 99).id());
    assertEquals(OptionalInt.of(99), tracks.all().get(1).ssrc());
    assertEquals(Kind.AUDIO, of(tracks, OPUS, 98).id().track().kind());
  }

  @Test
  void knowsNoOtherSsrcWhileATrackIsHeard() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(audio(6), video(0)));
    of(tracks, VP8, 99);
    assertNull(of(tracks, VP8, 5));
    assertNull(of(tracks, OPUS + 1, 6));
  }

  /** Some milliseconds more than the shortest silence, and some seconds. */
  @ParameterizedTest
  @ValueSource(longs = {300, 600, 1_000, 4_000})
  void mixesNoTwoThatSendSeldom(long millis) {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(0)));
    for (int i = 0; i < 20; i++) {
      assertEquals(FIRST_VIDEO, of(tracks, VP8, 99).id());
      now += TimeUnit.MILLISECONDS.toNanos(millis);
      assertNull(of(tracks, VP8, 5), "packet " + i);
      now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {300, 600, 1_000, 1_500})
  void mixesNoSeldomOneWithOneThatSendsMuch(long millis) {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(0)));
    of(tracks, VP8, 99);
    now += TimeUnit.MILLISECONDS.toNanos(millis);
    for (int i = 0; i < 20; i++) {
      assertEquals(FIRST_VIDEO, of(tracks, VP8, 99).id());
      for (int other = 0; other < 10; other++) {
        now += TimeUnit.MILLISECONDS.toNanos(millis) / 10;
        assertNull(of(tracks, VP8, 5));
      }
    }
  }

  @Test
  void followsOneThatSentSeldomInTheEnd() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(0)));
    for (int i = 0; i < 3; i++) {
      of(tracks, VP8, 99);
      now += TimeUnit.SECONDS.toNanos(20);
    }
    of(tracks, VP8, 99);
    now += Challenger.SILENT_MOST_NANOS;
    assertNull(of(tracks, VP8, 5));
    assertNull(of(tracks, VP8, 5));
    now++;
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
  }

  @Test
  void followsOneOfTwoOthers() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(0)));
    of(tracks, VP8, 99);
    now += 1 + Challenger.SILENT_NANOS;
    for (int i = 1; i < Challenger.RUN; i++) {
      assertNull(of(tracks, VP8, 5));
      assertNull(of(tracks, VP8, 6));
    }
    assertNull(of(tracks, VP8, 6));
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
    assertNull(of(tracks, VP8, 6));
  }

  /** Half the time after which one is silent, as often as it takes to be sure that it is not. */
  @Test
  void mixesNoTwoThatSendAtOnce() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(0)));
    for (int i = 0; i < 10; i++) {
      assertEquals(FIRST_VIDEO, of(tracks, VP8, 99).id());
      assertNull(of(tracks, VP8, 5));
      now += Challenger.SILENT_NANOS / 2;
      assertNull(of(tracks, VP8, 5));
    }
  }

  @Test
  void followsAnotherSsrcOnceThePresentOneIsSilent() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(audio(6), video(7)));
    of(tracks, VP8, 7);
    now = Challenger.SILENT_NANOS;
    for (int i = 0; i < Challenger.RUN; i++) {
      assertNull(of(tracks, VP8, 5));
    }
    now++;
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
    assertNull(of(tracks, VP8, 7));
    assertEquals(OptionalInt.of(5), tracks.all().get(1).ssrc());
  }

  @Test
  void followsAnotherSsrcAtOnceWhenThePresentOneSaidGoodBye() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(7)));
    of(tracks, VP8, 7);
    tracks.leave(8);
    assertNull(of(tracks, VP8, 5));
    tracks.leave(7);
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
    assertNull(of(tracks, VP8, 7), "a late one of before");
  }

  @Test
  void prefersTheSsrcThatWasAnnounced() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(7)));
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 5).id());
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 7).id());
    assertNull(of(tracks, VP8, 5));
  }

  private static PublishedTrack named(String mid) {
    Codec vp8 = new Codec(VP8, "VP8", 90_000, 1, "", List.of());
    return new PublishedTrack(
        "video", List.of(vp8), new TrackMarks(mid, 0, new HeaderIds(0, 4, 0, 0, 0, 0)));
  }

  private ReceivedTrack ofMid(ReceivedTracks tracks, int ssrc, String mid) {
    byte[] packet = TestMedia.named(packet(VP8, ssrc), 4, mid);
    return tracks.of(packet, 0, packet.length, now);
  }

  @Test
  void knowsATrackByTheNameInThePacket() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(named("a"), named("bc")));
    assertEquals(SECOND_VIDEO, ofMid(tracks, 5, "bc").id());
    assertNull(ofMid(tracks, 6, "b"));
    assertNull(ofMid(tracks, 6, "bc"), "two at once");
    assertEquals(FIRST_VIDEO, ofMid(tracks, 6, "a").id());
    now += 1 + Challenger.SILENT_NANOS;
    for (int i = 1; i < Challenger.RUN; i++) {
      assertNull(ofMid(tracks, 7, "bc"));
    }
    assertEquals(SECOND_VIDEO, ofMid(tracks, 7, "bc").id());
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 6).id());
  }

  @Test
  void knowsATrackByEachOfItsCodecs() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(audio(6), video(0)));
    assertEquals(FIRST_VIDEO, of(tracks, H264, 99).id());
    assertEquals(FIRST_VIDEO, of(tracks, VP8, 99).id());
  }

  @Test
  void saysWhichCodecCameLast() {
    ReceivedTracks tracks = AgreedTracks.received(List.of(video(5)));
    byte[] packet = packet(H264, 5);
    tracks.of(packet, 0, 12, now).received(packet, 0, 0);
    assertEquals("H264", tracks.published().videoCodec());
  }

  @Test
  void saysInShortWhatIsPublished() {
    assertEquals(
        new StreamTracks(true, true, "VP8"),
        AgreedTracks.received(List.of(audio(1), video(2))).published());
    assertEquals(
        new StreamTracks(true, false, ""), AgreedTracks.received(List.of(audio(1))).published());
  }

  private static final int RID = 10;

  /** A picture in two encodings, of which a packet's name tells which it is of. */
  private static ReceivedTracks simulcast() {
    Codec vp8 = new Codec(VP8, "VP8", 90_000, 1, "", List.of());
    TrackMarks marks = new TrackMarks("1", 5, new HeaderIds(0, 0, RID, 0, 0, 0));
    return AgreedTracks.received(
        List.of(new PublishedTrack("video", List.of(vp8), marks, Map.of(), List.of("h", "l"))));
  }

  private static byte[] named(int ssrc, char rid) {
    return ByteBuffer.allocate(20)
        .putInt(0x90000000 | VP8 << 16)
        .putInt(0)
        .putInt(ssrc)
        .putInt(0xbede0001)
        .put(new byte[] {(byte) (RID << 4), (byte) rid, 0, 0})
        .array();
  }

  private int layer(ReceivedTracks tracks, byte[] packet) {
    ReceivedTrack track = tracks.of(packet, 0, packet.length, now);
    return track == null ? -1 : track.id().number();
  }

  @Test
  void tellsEncodingsByTheirNames() {
    ReceivedTracks tracks = simulcast();
    assertEquals(1, layer(tracks, named(70, 'l')));
    assertEquals(0, layer(tracks, named(60, 'h')));
    assertEquals(1, layer(tracks, packet(VP8, 70)), "later packets need no name");
    assertEquals(0, layer(tracks, packet(VP8, 60)));
    assertEquals(List.of("h"), tracks.names(FIRST_VIDEO.track(), 0b01));
    assertEquals(List.of("h", "l"), tracks.names(FIRST_VIDEO.track(), 0b11));
  }

  @Test
  void takesNoEncodingThatIsNotNamed() {
    ReceivedTracks tracks = simulcast();
    assertEquals(-1, layer(tracks, packet(VP8, 5)), "announced, but which is it?");
    assertEquals(-1, layer(tracks, named(60, 'x')));
    assertEquals(0, layer(tracks, named(60, 'h')));
    assertEquals(-1, layer(tracks, packet(VP8, 61)));
  }

  @Test
  void anEncodingGoesOnUnderAnotherSource() {
    ReceivedTracks tracks = simulcast();
    layer(tracks, named(60, 'h'));
    layer(tracks, named(70, 'l'));
    tracks.leave(60);
    assertEquals(0, layer(tracks, named(61, 'h')));
    assertEquals(1, layer(tracks, packet(VP8, 70)));
  }
}
