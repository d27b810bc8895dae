package plenum.engine.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SessionDescriptionTest {

  private static final String MINIMAL = "v=0\nm=audio 9 UDP/TLS/RTP/SAVPF 111\n";

  private static MediaDescription media(String more) {
    return SessionDescription.parse(MINIMAL + more).media().get(0);
  }

  private static String complaint(String sdp) {
    return assertThrows(MalformedSdp.class, () -> SessionDescription.parse(sdp)).getMessage();
  }

  @Test
  void readsAChromiumOffer() {
    SessionDescription offer = Offers.offer("chromium-publish");
    assertEquals(List.of(List.of("0", "1")), offer.bundles());
    MediaDescription video = offer.media().get(1);
    assertEquals("video", video.kind());
    assertEquals(Direction.SENDONLY, video.direction());
    assertEquals(Optional.of(Setup.ACTPASS), video.setup());
    assertEquals("o5FQ", video.iceUfrag());
    assertTrue(video.rtcpMux() && video.rtcpRsize() && !video.refused());
    assertEquals(3, video.sentExtension(HeaderIds.TRANSPORT_SEQUENCE));
    assertEquals(
        new Codec(
            102,
            "H264",
            90_000,
            1,
            "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42001f",
            List.of("goog-remb", "transport-cc", "ccm fir", "nack", "nack pli")),
        video.codecs().get(2));
  }

  @Test
  void leavesRepairSourcesOut() {
    List<Ssrc> ssrcs = Offers.offer("chromium-publish").media().get(1).ssrcs();
    assertEquals(List.of(new Ssrc((int) 3451138650L, "cbqVYy6ljpYZ2nuJ")), ssrcs);
  }

  @Test
  void readsTheSameWithEitherLineEnd() {
    String crlf = Offers.text("chromium-publish").replace("\n", "\r\n") + "\r\n\r\n";
    assertEquals(Offers.offer("chromium-publish"), SessionDescription.parse(crlf));
  }

  @Test
  void passesSessionAttributesOnToEachMedia() {
    MediaDescription video = Offers.offer("firefox-play").media().get(1);
    assertEquals("sha-256", video.fingerprints().get(0).algorithm());
    assertTrue(video.fingerprints().get(0).value().startsWith("D2:FA:0E"));
    assertFalse(video.extensions().containsKey(1));
  }

  @Test
  void writesFingerprintsInUpperCase() {
    MediaDescription audio = Offers.offer("ffmpeg-publish").media().get(0);
    assertTrue(audio.fingerprints().get(0).value().startsWith("4A:2B:F5"));
  }

  @Test
  void readsEveryGroup() {
    String groups = "a=group:BUNDLE a b\na=group:LS a b\na=group:BUNDLE c\n";
    SessionDescription read = SessionDescription.parse(MINIMAL.replace("m=", groups + "m="));
    assertEquals(List.of(List.of("a", "b"), List.of("c")), read.bundles());
  }

  @Test
  void prefersASectionsFingerprintsToThoseOfTheWhole() {
    String value = ":11".repeat(32).substring(1);
    String whole = "a=fingerprint:sha-256 " + value + "\n";
    String own = "a=fingerprint:sha-256 " + value.replace("11", "22") + "\n";
    String sdp = MINIMAL.replace("m=", whole + "m=") + own + "m=audio 9 UDP/TLS/RTP/SAVPF 111\n";
    List<MediaDescription> media = SessionDescription.parse(sdp).media();
    assertTrue(media.get(0).fingerprints().get(0).value().startsWith("22"));
    assertEquals(1, media.get(0).fingerprints().size());
    assertTrue(media.get(1).fingerprints().get(0).value().startsWith("11"));
  }

  @Test
  void skipsAFingerprintOfAWeakAlgorithm() {
    assertEquals(List.of(), media("a=fingerprint:sha-1 AA:BB\n").fingerprints());
  }

  @Test
  void readsParametersOfAFormatThatAreToldInSeveralLines() {
    String sdp =
        Offers.text("ffmpeg-publish").replaceAll("a=fmtp:106 [^\r\n]*\r?\n", "")
            + "a=fmtp:106 profile-level-id=42e01f\r\na=fmtp:106 packetization-mode=1\r\n";
    Codec h264 = SessionDescription.parse(sdp).media().get(1).codecs().get(0);
    assertEquals("42e01f", h264.parameter("profile-level-id", ""));
    assertEquals("1", h264.parameter("packetization-mode", ""));
  }

  @Test
  void appliesWildcardFeedbackToEveryCodec() {
    Codec codec = media("a=rtpmap:111 OPUS/48000/2\na=rtcp-fb:* nack\n").codecs().get(0);
    assertEquals(new Codec(111, "opus", 48_000, 2, "", List.of("nack")), codec);
  }

  @Test
  void tellsABundleOnlyMediaFromARefusedOne() {
    String sdp = "v=0\nm=audio 0 UDP/TLS/RTP/SAVPF 111\n";
    assertTrue(SessionDescription.parse(sdp).media().get(0).refused());
    assertTrue(SessionDescription.parse(sdp + "a=bundle-only\n").media().get(0).refused());
    String bundled = sdp.replace("m=", "a=group:BUNDLE a\nm=") + "a=bundle-only\na=mid:a\n";
    assertFalse(SessionDescription.parse(bundled).media().get(0).refused());
  }

  @Test
  void namesTheLineItCannotRead() {
    assertEquals(
        "Line 3 of the SDP has no number from 0 to 127 where it needs one: a=rtpmap:300 x/1",
        complaint(MINIMAL + "a=rtpmap:300 x/1"));
    assertEquals("Line 1 of the SDP is not v=0: hello", complaint("hello"));
    assertEquals("The SDP has no m-line.", complaint("v=0\ns=-\n"));
    assertEquals("Line 3 of the SDP is not of the form x=value: ", complaint(MINIMAL + "\na=x"));
  }

  @Test
  void doesNotRepeatAPassword() {
    assertFalse(complaint(MINIMAL + "a=ice-pwd:secret!").contains("secret"));
  }

  @Test
  void refusesControlCharactersThatAnAnswerWouldRepeat() {
    assertTrue(complaint(MINIMAL + "a=fmtp:111 x\ra=evil\n").startsWith("Line 3 "));
  }

  @Test
  void refusesTextOverItsLimits() {
    complaint(MINIMAL + "a=x\n".repeat(20_000));
    complaint(MINIMAL.repeat(1) + "m=audio 9 UDP/TLS/RTP/SAVPF 111\n".repeat(32));
    complaint("v=0\nm=audio 9 UDP/TLS/RTP/SAVPF" + " 1".repeat(129));
  }

  @Test
  void survivesMutatedOffers() {
    Random random = new Random(20261123);
    List<String> offers = Offers.ALL.stream().map(Offers::text).toList();
    int answered = 0;
    for (int i = 0; i < 20_000; i++) {
      String sdp = mutate(offers.get(i % offers.size()), random);
      answered += answer(sdp, random.nextBoolean()) ? 1 : 0;
    }
    assertTrue(answered > 2_000, "many mutations do no harm: " + answered);
  }

  private static String mutate(String sdp, Random random) {
    StringBuilder text = new StringBuilder(sdp);
    for (int n = random.nextInt(8); n > 0; n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) random.nextInt(128));
        case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(60)));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 200)));
        default -> text.insert(at, "\n=: */;-0999".charAt(random.nextInt(12)));
      }
    }
    return text.toString();
  }

  private static boolean answer(String sdp, boolean publish) {
    try {
      SessionDescription offer = SessionDescription.parse(sdp);
      String answer =
          publish
              ? PublisherNegotiation.negotiate(offer, Offers.LOCAL, 1_000_000).sdp()
              : PlayerNegotiation.negotiate(offer, Offers.LOCAL, () -> 1, "c", "m", true).sdp();
      assertTrue(answer.length() < 2 * sdp.length() + 5_000);
      assertEquals(offer.media().size(), SessionDescription.parse(answer).media().size());
      return true;
    } catch (MalformedSdp | NoCommonCodec | UnsupportedOffer e) {
      assertTrue(e.getMessage().length() < 2_000);
      return false;
    }
  }

  @Test
  void survivesRandomText() {
    Random random = new Random(9);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("v=0\n");
      for (int n = random.nextInt(80); n > 0; n--) {
        text.append("am=:\n\r /*0127rtpmap".charAt(random.nextInt(19)));
      }
      assertFalse(answer(text.toString(), true));
    }
  }
}
