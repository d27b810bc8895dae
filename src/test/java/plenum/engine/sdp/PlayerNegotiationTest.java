package plenum.engine.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlayerNegotiationTest {

  private static PlayerAgreement negotiate(String sdp) {
    return negotiate(sdp, true);
  }

  private static PlayerAgreement negotiate(String sdp, boolean repairs) {
    return PlayerNegotiation.negotiate(
        SessionDescription.parse(sdp),
        Offers.LOCAL,
        IntStream.of(5, -1, 6).iterator()::nextInt,
        "cname",
        "stream",
        repairs);
  }

  private static String chromium() {
    return Offers.text("chromium-play");
  }

  private static OptionalInt h264(String profileLevelId) {
    return negotiate(chromium())
        .payloadType("H264", "packetization-mode=1;profile-level-id=" + profileLevelId);
  }

  @Test
  void listsAllCommonCodecsWithThePlayersPayloadTypes() {
    PlayerAgreement agreement = negotiate(chromium());
    List<PlayedTrack> tracks = agreement.tracks();
    assertEquals(List.of(111), types(tracks.get(0)));
    assertEquals(List.of(96, 98, 102, 104, 108, 114, 116, 39, 41, 43, 45), types(tracks.get(1)));
    assertTrue(
        agreement
            .sdp()
            .contains(
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 102 103 104 107 108 109 114 115 116 117"
                    + " 39 40 41 42 43 44 45 46\r\n"));
  }

  private static List<Integer> types(PlayedTrack track) {
    return track.codecs().stream().map(Codec::payloadType).toList();
  }

  @Test
  void beginsTheHandshakeUnlessThePlayerDoes() {
    PlayerAgreement agreement = negotiate(chromium());
    assertTrue(agreement.dtlsClient());
    assertTrue(agreement.sdp().contains("a=setup:active\r\n"));
    PlayerAgreement begun = negotiate(chromium().replace("a=setup:actpass", "a=setup:active"));
    assertFalse(begun.dtlsClient());
    assertTrue(begun.sdp().contains("a=setup:passive\r\n"));
  }

  @Test
  void announcesItsSources() {
    String sdp = negotiate(chromium()).sdp();
    assertTrue(
        Offers.section(sdp, 0)
            .containsAll(
                List.of(
                    "a=sendonly",
                    "a=msid:stream audio",
                    "a=ssrc:5 cname:cname",
                    "a=ssrc:5 msid:stream audio")));
    assertTrue(Offers.section(sdp, 1).contains("a=ssrc:4294967295 cname:cname"));
  }

  @Test
  void promisesNoOtherHeaderExtensionThanThatOfTransportFeedback() {
    String sdp = negotiate(chromium()).sdp();
    assertTrue(sdp.contains("transport-wide-cc-extensions-01"));
    assertTrue(sdp.contains("a=rtcp-fb:96 transport-cc\r\n"));
    assertEquals(2, sdp.split("extmap", -1).length - 1);
    assertFalse(sdp.contains("b="));
    assertTrue(sdp.contains("a=rtcp-fb:96 nack pli\r\n"));
  }

  /** RFC 4588 section 8.6, and RFC 5576 section 4.2 for what is of what. */
  @Test
  void announcesAsWhatPacketsAreSentAgain() {
    PlayerAgreement agreement = negotiate(chromium());
    List<String> video = Offers.section(agreement.sdp(), 1);
    assertTrue(
        video.containsAll(
            List.of(
                "a=ssrc-group:FID 4294967295 6",
                "a=ssrc:6 cname:cname",
                "a=ssrc:6 msid:stream video",
                "a=rtpmap:97 rtx/90000",
                "a=fmtp:97 apt=96")),
        video::toString);
    PlayedTrack track = agreement.tracks().get(1);
    assertEquals(6, track.marks().repairSsrc());
    assertEquals(OptionalInt.of(97), track.repairType(96));
    assertEquals(OptionalInt.of(46), track.repairType(45));
    assertEquals(OptionalInt.empty(), track.repairType(111));
    assertFalse(Offers.section(agreement.sdp(), 0).toString().contains("FID"));
  }

  @Test
  void answersFirefoxAlike() {
    PlayerAgreement agreement = negotiate(Offers.text("firefox-play"));
    assertTrue(agreement.sdp().contains("m=video 9 UDP/TLS/RTP/SAVPF 120 124 121 125 99 100\r\n"));
    assertTrue(agreement.sdp().contains("a=fmtp:125 apt=121\r\n"));
    assertTrue(agreement.sdp().contains("a=ssrc-group:FID 4294967295 6\r\n"));
  }

  @Test
  void sendsAgainAsItWasWhereNothingElseIsOffered() {
    for (String offer :
        List.of(
            chromium().replaceAll(" rtx/90000", " red/90000"),
            chromium().replaceAll("apt=\\d+", "apt=127"),
            chromium().replaceAll("a=rtcp-fb:\\d+ nack\r?\n", ""))) {
      PlayerAgreement agreement = negotiate(offer);
      assertFalse(agreement.sdp().contains("rtx"), agreement.sdp());
      assertFalse(agreement.sdp().contains("FID"), agreement.sdp());
      assertEquals(0, agreement.tracks().get(1).marks().repairSsrc());
    }
  }

  @Test
  void announcesOneSourceForEachTrackWhereNothingIsToBeSentAgainAsAnother() {
    PlayerAgreement agreement = negotiate(chromium(), false);
    assertFalse(agreement.sdp().contains("rtx"), agreement.sdp());
    assertFalse(agreement.sdp().contains("FID"), agreement.sdp());
    assertEquals(-1, agreement.tracks().get(1).marks().ssrc());
    assertEquals(0, agreement.tracks().get(1).marks().repairSsrc());
    assertEquals(OptionalInt.empty(), agreement.tracks().get(1).repairType(96));
  }

  @Test
  void takesTheReceiversOwnEstimateFromThoseAloneWhoTellNoTimesOfArrival() {
    assertFalse(negotiate(chromium()).sdp().contains("goog-remb"));
    String without = chromium().replaceAll("a=rtcp-fb:\\d+ transport-cc", "a=x-left-out");
    String sdp = negotiate(without).sdp();
    assertTrue(sdp.contains("a=rtcp-fb:96 goog-remb\r\n"), sdp);
    assertTrue(sdp.contains("rtp-hdrext/abs-send-time\r\n"), sdp);
    String neither = without.replaceAll("a=rtcp-fb:\\d+ goog-remb", "a=x-left-out");
    assertFalse(negotiate(neither).sdp().contains("goog-remb"));
    assertFalse(negotiate(neither).sdp().contains("abs-send-time"));
  }

  @Test
  void promisesNoTransportFeedbackToThoseWhoOfferHalfOfIt() {
    for (String without :
        List.of(
            chromium().replaceAll("a=rtcp-fb:\\d+ transport-cc", "a=x-left-out"),
            chromium().replaceAll("a=extmap:\\d+ http://www.ietf.org/id/\\S+", "a=x-left-out"))) {
      String sdp = negotiate(without).sdp();
      assertFalse(sdp.contains("transport-wide") || sdp.contains("transport-cc"), sdp);
    }
  }

  /** RFC 8285 section 8. */
  @Test
  void mirrorsTheDirectionsOfHeaderExtensions() {
    String extension = "(a=extmap:\\d+) (http://www.ietf.org/id/\\S+)";
    String sdp = negotiate(chromium().replaceAll(extension, "$1/recvonly $2")).sdp();
    assertTrue(sdp.contains("/sendonly " + HeaderIds.TRANSPORT_SEQUENCE), sdp);
    String closed = negotiate(chromium().replaceAll(extension, "$1/sendonly $2")).sdp();
    assertFalse(closed.contains(HeaderIds.TRANSPORT_SEQUENCE), closed);
    assertFalse(closed.contains("transport-cc"), closed);
  }

  @Test
  void findsThePayloadTypeOfACodec() {
    PlayerAgreement agreement = negotiate(chromium());
    assertEquals(OptionalInt.of(111), agreement.payloadType("opus", "minptime=10"));
    assertEquals(OptionalInt.of(96), agreement.payloadType("VP8", ""));
    assertEquals(OptionalInt.of(98), agreement.payloadType("VP9", "profile-id=0"));
    assertEquals(OptionalInt.of(45), agreement.payloadType("AV1", ""));
    assertEquals(OptionalInt.empty(), agreement.payloadType("H265", ""));
  }

  @Test
  void matchesH264ByProfileWhateverTheLevel() {
    assertEquals(OptionalInt.of(102), h264("420028"));
    assertEquals(OptionalInt.of(108), h264("42e034"));
    assertEquals(OptionalInt.of(108), h264("42c01e"));
    assertEquals(OptionalInt.of(116), h264("4d0028"));
  }

  @Test
  void sendsNoPacketsOfAModeThatThePlayerDoesNotRead() {
    String single = chromium().replace("packetization-mode=1", "packetization-mode=0");
    PlayerAgreement agreement = negotiate(single);
    String stream = "profile-level-id=42e01f";
    assertEquals(
        OptionalInt.empty(), agreement.payloadType("H264", stream + ";packetization-mode=1"));
    assertEquals(OptionalInt.of(108), agreement.payloadType("H264", stream));
    assertEquals(OptionalInt.of(108), negotiate(chromium()).payloadType("H264", stream));
  }

  @Test
  void fallsBackToConstrainedBaseline() {
    assertEquals(OptionalInt.of(108), h264("640c1f"));
    assertEquals(OptionalInt.of(108), h264("garbage"));
  }

  @Test
  void saysThatAPlayerCannotDecodeACodec() {
    PlayerAgreement agreement = negotiate(Offers.text("firefox-play"));
    assertEquals(OptionalInt.empty(), agreement.payloadType("H264", "profile-level-id=42e01f"));
    assertEquals(OptionalInt.of(120), agreement.payloadType("VP8", ""));
    assertEquals(OptionalInt.of(99), agreement.payloadType("AV1", "profile=0"));
  }

  @Test
  void answersOneKindAlone() {
    PlayerAgreement agreement = negotiate(chromium().split("m=video")[0]);
    assertEquals(List.of("audio"), agreement.tracks().stream().map(PlayedTrack::kind).toList());
    assertTrue(Offers.session(agreement.sdp()).contains("a=group:BUNDLE 0"));
  }

  @Test
  void answersAPlayerThatOffersBothDirections() {
    PlayerAgreement agreement = negotiate(chromium().replace("a=recvonly", "a=sendrecv"));
    assertTrue(Offers.section(agreement.sdp(), 1).contains("a=sendonly"));
  }

  @Test
  void refusesAnOfferThatSends() {
    assertThrows(MalformedSdp.class, () -> negotiate(Offers.text("chromium-publish")));
  }
}
