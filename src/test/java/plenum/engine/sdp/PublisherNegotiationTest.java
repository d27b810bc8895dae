package plenum.engine.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublisherNegotiationTest {

  private static PublisherAgreement negotiate(String sdp) {
    return PublisherNegotiation.negotiate(SessionDescription.parse(sdp), Offers.LOCAL, 2_500_000);
  }

  private static String chromium() {
    return Offers.text("chromium-publish");
  }

  /** A Chromium offer with these payload types at the front of its video. */
  private static String preferring(int... types) {
    String sdp = chromium();
    for (int i = types.length - 1; i >= 0; i--) {
      sdp =
          sdp.replace(" " + types[i] + " ", " ")
              .replaceFirst("(m=video \\S+ \\S+)", "$1 " + types[i]);
    }
    return sdp;
  }

  @Test
  void answersChromiumWithEveryCodecThatPassesInItsOrder() {
    PublisherAgreement agreement = negotiate(chromium());
    assertEquals("o5FQ", agreement.remoteUfrag());
    assertFalse(agreement.dtlsClient());
    assertTrue(agreement.remoteFingerprints().get(0).value().startsWith("0B:5A:14"));
    PublishedTrack audio = agreement.tracks().get(0);
    Codec opus =
        new Codec(111, "opus", 48_000, 2, "minptime=10;useinbandfec=1", List.of("transport-cc"));
    assertEquals(
        new PublishedTrack(
            "audio",
            List.of(opus),
            new TrackMarks("0", 146622407, new HeaderIds(3, 4, 0, 0, 1, 0))),
        audio);
    PublishedTrack video = agreement.tracks().get(1);
    List<String> feedback = List.of("transport-cc", "ccm fir", "nack", "nack pli");
    assertEquals(new Codec(96, "VP8", 90_000, 1, "", feedback), video.codecs().get(0));
    assertEquals(List.of(96, 102, 104, 108, 114, 116, 39, 45, 98), types(agreement));
    assertEquals(
        new TrackMarks("1", (int) 3451138650L, new HeaderIds(3, 4, 0, 0, 0, 0), 921240313),
        video.marks());
  }

  /** The payload types that were agreed on for video. */
  private static List<Integer> types(PublisherAgreement agreement) {
    return agreement.tracks().get(1).codecs().stream().map(Codec::payloadType).toList();
  }

  private static Codec preferred(PublisherAgreement agreement) {
    return agreement.tracks().get(1).codecs().get(0);
  }

  @Test
  void writesTheWholeAnswer() {
    String sdp = negotiate(chromium().replaceAll("(H264|AV1|VP9)/90000", "X/90000")).sdp();
    assertTrue(Offers.session(sdp).containsAll(List.of("a=ice-lite", "a=group:BUNDLE 0 1")));
    assertEquals(
        List.of(
            "m=video 9 UDP/TLS/RTP/SAVPF 96 97",
            "c=IN IP4 0.0.0.0",
            "b=AS:2500",
            "b=TIAS:2500000",
            "a=mid:1",
            "a=recvonly",
            "a=ice-ufrag:ufraglcl",
            "a=ice-pwd:password-of-the-server-32-letters",
            "a=fingerprint:sha-256 " + Offers.LOCAL.fingerprint().value(),
            "a=setup:passive",
            "a=rtcp-mux",
            "a=rtcp-rsize",
            "a=rtpmap:96 VP8/90000",
            "a=rtcp-fb:96 transport-cc",
            "a=rtcp-fb:96 ccm fir",
            "a=rtcp-fb:96 nack",
            "a=rtcp-fb:96 nack pli",
            "a=fmtp:96 x-google-start-bitrate=1200",
            "a=rtpmap:97 rtx/90000",
            "a=fmtp:97 apt=96",
            "a=extmap:3 " + HeaderIds.TRANSPORT_SEQUENCE,
            "a=extmap:4 " + HeaderIds.MID,
            "a=candidate:1 1 udp 2130706431 192.0.2.1 8000 typ host",
            "a=candidate:2 1 udp 2130706175 2001:db8:0:0:0:0:0:1 8000 typ host",
            "a=candidate:3 1 tcp 1520434687 192.0.2.1 443 typ host tcptype passive",
            "a=end-of-candidates"),
        Offers.section(sdp, 1));
  }

  /** RFC 8285 section 8. */
  @Test
  void mirrorsTheDirectionsOfHeaderExtensions() {
    String both = directed("/sendrecv");
    for (String offer : List.of(directed("/sendonly"), both)) {
      String sdp = negotiate(offer).sdp();
      assertTrue(sdp.contains("a=extmap:3/recvonly " + HeaderIds.TRANSPORT_SEQUENCE), sdp);
      assertTrue(sdp.contains("a=extmap:4 " + HeaderIds.MID), sdp);
    }
    for (String offer : List.of(directed("/recvonly"), directed("/inactive"))) {
      PublisherAgreement agreement = negotiate(offer);
      assertFalse(agreement.sdp().contains("extmap:3"), agreement.sdp());
      assertFalse(agreement.sdp().contains("transport-cc"), agreement.sdp());
      assertEquals(0, agreement.tracks().get(0).marks().headers().transportSequence());
    }
    assertThrows(MalformedSdp.class, () -> negotiate(directed("/sideways")));
  }

  /** With a direction of the transport-wide sequence number. */
  private static String directed(String direction) {
    return chromium().replace("a=extmap:3 ", "a=extmap:3" + direction + " ");
  }

  /** One for each direction. */
  @Test
  void takesTheHeaderExtensionThatIsSent() {
    String offer =
        directed("/recvonly")
            .replace(
                "a=extmap:4 ",
                "a=extmap:14/sendonly " + HeaderIds.TRANSPORT_SEQUENCE + "\na=extmap:4 ");
    PublisherAgreement agreement = negotiate(offer);
    assertEquals(14, agreement.tracks().get(0).marks().headers().transportSequence());
    assertTrue(agreement.sdp().contains("a=extmap:14/recvonly "), agreement.sdp());
  }

  @Test
  void hintsAtTheStartBitrateWithoutChangingTheStreamsParameters() {
    PublisherAgreement agreement = negotiate(preferring(108));
    String fmtp = preferred(agreement).fmtp();
    assertFalse(fmtp.contains("x-google"), fmtp);
    assertTrue(agreement.sdp().contains("a=fmtp:108 " + fmtp + ";x-google-start-bitrate=1200"));
  }

  @Test
  void keepsTheOffersCodecOrder() {
    assertEquals("AV1", preferred(negotiate(preferring(45))).name());
    assertEquals("VP9", preferred(negotiate(preferring(98, 45))).name());
  }

  @Test
  void skipsProfilesThatNotEveryPlayerDecodes() {
    assertEquals(96, preferred(negotiate(preferring(100))).payloadType());
  }

  @Test
  void takesAnEncoderThatCutsNoUnitsOfH264() {
    assertEquals(104, preferred(negotiate(preferring(104))).payloadType());
    String interleaved = preferring(104).replace("packetization-mode=0", "packetization-mode=2");
    assertEquals(96, preferred(negotiate(interleaved)).payloadType());
  }

  @Test
  void agreesToWhatIsSentAgainOfEachCodecAndToNoOtherRepair() {
    PublisherAgreement agreement = negotiate(chromium());
    PublishedTrack video = agreement.tracks().get(1);
    assertEquals(Set.copyOf(types(agreement)), video.repairs().keySet());
    for (int type : types(agreement)) {
      assertEquals("apt=" + type, video.repairs().get(type).fmtp());
    }
    assertEquals(Map.of(), agreement.tracks().get(0).repairs());
    assertFalse(agreement.sdp().contains("ulpfec") || agreement.sdp().contains(" red/"));
  }

  /**
   * Which encoding is repaired, packets say by its name; where they cannot, they come as before.
   */
  @Test
  void wantsToKnowOfWhichEncodingARepairIs() {
    String offer = Offers.text("chromium-simulcast");
    PublisherAgreement agreement = negotiate(offer);
    assertTrue(agreement.sdp().contains(" " + HeaderIds.REPAIRED_RID + "\r\n"), agreement.sdp());
    assertFalse(agreement.tracks().get(1).repairs().isEmpty());
    PublisherAgreement nameless = negotiate(offer.replace(HeaderIds.REPAIRED_RID, "urn:x"));
    assertEquals(Map.of(), nameless.tracks().get(1).repairs());
    assertFalse(nameless.sdp().contains("rtx"), nameless.sdp());
  }

  @Test
  void givesEachCodecItsOwnParametersAndFeedback() {
    String offer =
        chromium().replace("a=rtcp-fb:102 nack\n", "").replace("a=rtcp-fb:102 nack pli\n", "");
    List<String> lines = Offers.section(negotiate(offer).sdp(), 1);
    assertTrue(lines.contains("a=rtcp-fb:96 nack") && !lines.contains("a=rtcp-fb:102 nack"));
    assertTrue(lines.contains("a=fmtp:98 profile-id=0;x-google-start-bitrate=1200"));
  }

  @Test
  void wantsTheClockThatAPayloadFormatHas() {
    String sdp = chromium().replace("VP8/90000", "VP8/8000");
    assertFalse(types(negotiate(sdp)).contains(96));
  }

  @Test
  void prefersConstrainedBaselineAmongSeveralH264() {
    assertEquals(
        List.of(102, 96, 104, 108, 114, 116, 39, 45, 98), types(negotiate(preferring(116, 96))));
    assertEquals(102, preferred(negotiate(preferring(102, 108))).payloadType());
  }

  @Test
  void takesAnotherH264ProfileIfThereIsNoOther() {
    String sdp = preferring(116).replaceAll("profile-level-id=42", "profile-level-id=64");
    assertEquals("H264", preferred(negotiate(sdp)).name());
  }

  @Test
  void connectsToAClientThatWaits() {
    PublisherAgreement agreement = negotiate(Offers.text("ffmpeg-publish"));
    assertTrue(agreement.dtlsClient());
    assertTrue(Offers.section(agreement.sdp(), 0).contains("a=setup:active"));
    assertFalse(agreement.sdp().contains("extmap"));
    assertFalse(Offers.section(agreement.sdp(), 0).contains("a=rtcp-rsize"));
    PublishedTrack video = agreement.tracks().get(1);
    assertEquals(0, video.marks().headers().transportSequence());
    assertEquals(1180451235, video.marks().ssrc());
  }

  @Test
  void waitsForAClientThatConnects() {
    PublisherAgreement agreement = negotiate(chromium().replace("actpass", "active"));
    assertFalse(agreement.dtlsClient());
    assertTrue(agreement.sdp().contains("a=setup:passive"));
  }

  @Test
  void refusesADataChannelAlone() {
    String sdp = negotiate(Offers.text("chromium-data-channel")).sdp();
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE 0 1"));
    assertEquals(
        List.of(
            "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
            "c=IN IP4 0.0.0.0",
            "a=mid:2",
            "a=inactive"),
        Offers.section(sdp, 2));
  }

  @Test
  void acceptsTheEncodingsOfASimulcast() {
    PublisherAgreement agreement = negotiate(Offers.text("chromium-simulcast"));
    PublishedTrack video = agreement.tracks().get(1);
    assertEquals(List.of("h", "l"), video.layers());
    assertTrue(video.marks().headers().rid() > 0);
    assertTrue(agreement.sdp().contains("a=simulcast:recv h;l\r\n"), agreement.sdp());
    assertTrue(agreement.sdp().contains("a=rid:h recv\r\na=rid:l recv\r\n"), agreement.sdp());
    assertTrue(agreement.sdp().contains(" " + HeaderIds.RID + "\r\n"), agreement.sdp());
  }

  @Test
  void takesOneEncodingWhereNothingTellsThemApart() {
    String sdp = Offers.text("chromium-simulcast").replaceAll("a=extmap:.*:rtp-stream-id\\s", "");
    PublisherAgreement agreement = negotiate(sdp);
    assertEquals(List.of(), agreement.tracks().get(1).layers());
    assertFalse(agreement.sdp().contains("simulcast") || agreement.sdp().contains("rid"));
  }

  @Test
  void readsSimulcastWithAlternativesAndPauses() {
    String sdp =
        Offers.text("chromium-simulcast")
            .replace("a=simulcast:send h;l", "a=simulcast:recv x send h,y;~l;h;unknown");
    assertEquals(List.of("h", "l"), negotiate(sdp).tracks().get(1).layers());
  }

  @Test
  void takesEveryNameThatAnEncodingMayHave() {
    String sdp =
        Offers.text("chromium-simulcast")
            .replaceAll("a=rid:([hl]) send", "a=rid:hi-res_$1 send")
            .replaceAll("a=simulcast:send h;l", "a=simulcast:send hi-res_h;hi-res_l");
    assertEquals(List.of("hi-res_h", "hi-res_l"), negotiate(sdp).tracks().get(1).layers());
  }

  @Test
  void refusesSimulcastThatNamesNothing() {
    String offer = Offers.text("chromium-simulcast");
    String empty = offer.replace("a=simulcast:send h;l", "a=simulcast:send");
    assertThrows(MalformedSdp.class, () -> negotiate(empty));
    String rid = offer.replace("a=rid:h send", "a=rid:h");
    assertThrows(MalformedSdp.class, () -> negotiate(rid));
  }

  /** With VP8 browsers would leave out of the payload what decoders go by. */
  @Test
  void agreesToDependencyDescriptorsOfCodecsThatTellNoLayers() {
    String line = "a=extmap:12 " + HeaderIds.DEPENDENCY;
    for (int type : new int[] {102, 45}) {
      String offer = preferring(type).replace("a=extmap:13 ", line + "\na=extmap:13 ");
      PublisherAgreement agreement = negotiate(offer);
      assertEquals(12, agreement.tracks().get(1).marks().headers().dependency());
      List<String> section = Offers.section(agreement.sdp(), 1);
      assertTrue(section.containsAll(List.of(line, "a=extmap-allow-mixed")), agreement.sdp());
      String sdp = negotiate(offer.replace("a=extmap-allow-mixed", "a=x")).sdp();
      assertTrue(sdp.contains(line) && !sdp.contains("mixed"), sdp);
    }
    String sdp = negotiate(chromium().replace("a=extmap:13 ", line + "\na=extmap:13 ")).sdp();
    assertFalse(sdp.contains(HeaderIds.DEPENDENCY) || sdp.contains("mixed"), sdp);
  }

  @Test
  void saysWhatWasOfferedWhenNothingPasses() {
    String sdp = chromium().replaceAll("(VP8|H264|VP9|AV1|opus)/", "H265/");
    String message = assertThrows(NoCommonCodec.class, () -> negotiate(sdp)).getMessage();
    assertTrue(message.contains("section 1 (audio, mid 0)"), message);
    assertTrue(message.contains("it has H265, red, G722"), message);
  }

  @Test
  void refusesAnOfferThatReceives() {
    assertThrows(MalformedSdp.class, () -> negotiate(Offers.text("chromium-play")));
  }

  @Test
  void refusesAnOfferThatLacksWhatASessionNeeds() {
    for (String needed : List.of("ice-ufrag", "ice-pwd", "fingerprint", "rtcp-mux", "group")) {
      String sdp = chromium().replaceAll("a=" + needed + "[:\n]", "a=x-$0");
      String message = assertThrows(MalformedSdp.class, () -> negotiate(sdp)).getMessage();
      assertTrue(message.contains("a=" + needed), message);
    }
  }

  @Test
  void answersAMediaWithoutNameAndBundle() {
    String one = chromium().split("m=video")[0].replaceAll("a=(group|mid):", "a=x:");
    PublisherAgreement agreement = negotiate(one);
    assertEquals("", agreement.tracks().get(0).marks().mid());
    assertFalse(agreement.sdp().contains("BUNDLE"));
  }
}
