package plenum.engine.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An offer is taken with all that is in use, or refused as a whole (RFC 9725 section 4.4). */
class WholeOfferTest {

  /** Who offers. */
  private enum Client {
    PUBLISHER("sendonly", "recvonly"),
    PLAYER("recvonly", "sendonly");

    private final String offered;
    private final String answered;

    Client(String offered, String answered) {
      this.offered = offered;
      this.answered = answered;
    }

    String answer(String sdp) {
      SessionDescription offer = SessionDescription.parse(sdp.replace("DIRECTION", offered));
      return this == PUBLISHER
          ? PublisherNegotiation.negotiate(offer, Offers.LOCAL, 1_000_000).sdp()
          : PlayerNegotiation.negotiate(offer, Offers.LOCAL, () -> 7, "c", "m", true).sdp();
    }
  }

  private static final String TRANSPORT =
      """
      a=ice-ufrag:wT4x
      a=ice-pwd:Jq8nVb2RfYk5LsDp0HgMzCeA
      a=fingerprint:sha-256 %s
      a=setup:actpass
      a=rtcp-mux
      """
          .formatted(Offers.LOCAL.fingerprint().value());

  private static final String OPUS = "a=rtpmap:109 opus/48000/2\n";
  private static final String VP8 = "a=rtpmap:97 VP8/90000\n";

  private static String offer(String groups, String... sections) {
    return "v=0\no=- 7 1 IN IP4 198.51.100.4\ns=-\nt=0 0\n" + groups + String.join("", sections);
  }

  private static String group(String names) {
    return "a=group:BUNDLE " + names + "\n";
  }

  private static String section(String media, String mid, String... attributes) {
    return "m=" + media + "\na=mid:" + mid + "\na=DIRECTION\n" + String.join("", attributes);
  }

  private static String audio(String mid) {
    return section("audio 9 UDP/TLS/RTP/SAVPF 109", mid, TRANSPORT, OPUS);
  }

  private static String video(String mid) {
    return section("video 9 UDP/TLS/RTP/SAVPF 97", mid, TRANSPORT, VP8);
  }

  private static <T extends Throwable> void assertRefused(
      Class<T> how, Client client, String sdp, String... words) {
    String message = assertThrows(how, () -> client.answer(sdp)).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesSoundThatDoesNotPass(Client client) {
    String sound = "a=rtpmap:0 PCMU/8000\na=rtpmap:8 PCMA/8000\n";
    String pcm = section("audio 9 UDP/TLS/RTP/SAVPF 0 8", "s", TRANSPORT, sound);
    assertRefused(
        NoCommonCodec.class,
        client,
        offer(group("s p"), pcm, video("p")),
        "The offer's section 1 (audio, mid s) has no codec",
        "it has PCMU, PCMA.");
    String untold = section("audio 9 UDP/TLS/RTP/SAVPF 0 8", "s", TRANSPORT);
    assertRefused(NoCommonCodec.class, client, offer(group("s"), untold), "it has 0, 8.");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAPictureThatDoesNotPass(Client client) {
    String h265 =
        section("video 9 UDP/TLS/RTP/SAVPF 49", "p", TRANSPORT, "a=rtpmap:49 H265/90000\n");
    assertRefused(
        NoCommonCodec.class, client, offer(group("s p"), audio("s"), h265), "section 2", "H265");
  }

  @ParameterizedTest
  @EnumSource
  void takesAnEncoderThatHasH264WithoutAPacketizationModeAlone(Client client) {
    String h264 =
        section(
            "video 9 UDP/TLS/RTP/SAVPF 105",
            "p",
            TRANSPORT,
            "a=rtpmap:105 H264/90000\na=fmtp:105 profile-level-id=42c01f\n");
    String sdp = client.answer(offer(group("s p"), audio("s"), h264));
    assertEquals("m=video 9 UDP/TLS/RTP/SAVPF 105", Offers.section(sdp, 1).get(0));
  }

  @ParameterizedTest
  @EnumSource
  void refusesTwoPictures(Client client) {
    assertRefused(
        UnsupportedOffer.class,
        client,
        offer(group("s p q"), audio("s"), video("p"), video("q")),
        "section 3 (video, mid q) is one too many");
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatIsNeitherSoundNorPicture(Client client) {
    String text = section("text 9 UDP/TLS/RTP/SAVPF 100", "t", "a=rtpmap:100 t140/1000\n");
    assertRefused(
        UnsupportedOffer.class, client, offer(group("s t"), audio("s"), text), "section 2 (text");
  }

  @ParameterizedTest
  @EnumSource
  void refusesMediaThatIsNotEncrypted(Client client) {
    assertRefused(
        UnsupportedOffer.class,
        client,
        offer(group("s p"), audio("s"), video("p").replace("UDP/TLS/RTP/SAVPF", "RTP/AVP")),
        "section 2 (video, mid p)",
        "RTP/AVP");
  }

  @ParameterizedTest
  @EnumSource
  void refusesASectionOutsideOfTheGroup(Client client) {
    assertRefused(
        UnsupportedOffer.class,
        client,
        offer(group("s"), audio("s"), video("p")),
        "section 2 (video, mid p) is not in one BUNDLE group with section 1 (audio, mid s)");
  }

  @ParameterizedTest
  @EnumSource
  void refusesSectionsOfTwoGroups(Client client) {
    assertRefused(
        UnsupportedOffer.class,
        client,
        offer(group("s") + group("p"), audio("s"), video("p")),
        "section 2");
  }

  @ParameterizedTest
  @EnumSource
  void judgesEachSectionByTheGroupThatItIsIn(Client client) {
    String channel = section("application 9 UDP/DTLS/SCTP webrtc-datachannel", "d", TRANSPORT);
    String sdp = client.answer(offer(group("d") + group("s p"), channel, audio("s"), video("p")));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s p"), sdp);
    assertTrue(Offers.section(sdp, 0).get(0).startsWith("m=application 0 "));
  }

  @ParameterizedTest
  @EnumSource
  void takesAnOfferWithADataChannelAndWithoutWhatIsSwitchedOff(Client client) {
    String off = video("p").replace("video 9", "video 0");
    String inactive = video("q").replace("a=DIRECTION", "a=inactive");
    String channel = section("application 9 UDP/DTLS/SCTP webrtc-datachannel", "d", TRANSPORT);
    String h265 = inactive.replace("VP8", "H265").replace(":q", ":r");
    String sdp = client.answer(offer(group("s q r d"), audio("s"), off, inactive, h265, channel));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s"), sdp);
    assertTrue(Offers.section(sdp, 0).contains("a=" + client.answered));
    for (int i = 1; i < 5; i++) {
      assertTrue(Offers.section(sdp, i).get(0).contains(" 0 "), sdp);
    }
  }

  @ParameterizedTest
  @EnumSource
  void explainsTheFormatsOfWhatItDoesNotUse(Client client) {
    String inactive = video("p").replace("a=DIRECTION", "a=inactive");
    String sdp = client.answer(offer(group("s p"), audio("s"), inactive));
    assertTrue(Offers.section(sdp, 1).contains("a=rtpmap:97 VP8/90000"), sdp);
  }

  /** The example of RFC 9725 is of this shape. */
  @ParameterizedTest
  @EnumSource
  void demandsOfABundleOnlySectionWhatIsItsOwnAlone(Client client) {
    String picture =
        section(
            "video 0 UDP/TLS/RTP/SAVPF 97 98",
            "p",
            "a=bundle-only\n",
            VP8,
            "a=rtpmap:98 rtx/90000\na=fmtp:98 apt=97\n");
    String sound = audio("s").replace("a=rtcp-mux\n", "a=rtcp-mux\na=rtcp-mux-only\n");
    String sdp = client.answer(offer(group("s p"), sound + "a=rtcp-rsize\n", picture));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s p"), sdp);
    List<String> lines = Offers.section(sdp, 1);
    assertEquals("m=video 9 UDP/TLS/RTP/SAVPF 97", lines.get(0));
    assertTrue(lines.contains("a=rtcp-mux") && lines.contains("a=rtcp-rsize"), sdp);
  }

  /** A data channel has no RTCP, so it cannot say rtcp-mux for those that are bundle-only. */
  @ParameterizedTest
  @EnumSource
  void takesTheTransportOfADataChannelThatComesFirst(Client client) {
    String transport = TRANSPORT.replace("a=rtcp-mux\n", "");
    String channel = section("application 9 UDP/DTLS/SCTP webrtc-datachannel", "d", transport);
    String sound = section("audio 0 UDP/TLS/RTP/SAVPF 109", "s", "a=bundle-only\n", OPUS);
    String picture = section("video 0 UDP/TLS/RTP/SAVPF 97", "p", "a=bundle-only\n", VP8);
    String sdp = client.answer(offer(group("d s p"), channel, sound, picture));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s p"), sdp);
    assertTrue(Offers.section(sdp, 1).contains("a=rtcp-mux"), sdp);
    assertTrue(Offers.section(sdp, 0).get(0).startsWith("m=application 0 "), sdp);
  }

  @ParameterizedTest
  @EnumSource
  void readsNothingOfWhatTheClientSwitchedOff(Client client) {
    String broken = "a=setup:later\na=ssrc:x cname:y\na=rtpmap:999 x\na=ice-pwd:short\n";
    String off = section("video 0 UDP/TLS/RTP/SAVPF 97", "p", broken, VP8);
    String inactive = section("video 9 UDP/TLS/RTP/SAVPF 97", "p", broken, VP8);
    String channel = section("application 9 UDP/DTLS/SCTP webrtc-datachannel", "p", broken);
    for (String unused : List.of(off, inactive.replace("DIRECTION", "inactive"), channel)) {
      String sdp = client.answer(offer(group("s p"), audio("s"), unused));
      assertTrue(Offers.section(sdp, 1).get(0).contains(" 0 "), sdp);
    }
    assertRefused(MalformedSdp.class, client, offer(group("s p"), audio("s"), inactive), "later");
  }

  /** RFC 8842 section 5.3; who begins is told by the tagged section alone. */
  @ParameterizedTest
  @EnumSource
  void refusesAHandshakeThatNobodyBegins(Client client) {
    String nobody = video("p").replace("actpass", "holdconn");
    assertRefused(UnsupportedOffer.class, client, offer("", nobody), "a=setup:holdconn");
    String sdp = client.answer(offer(group("s p"), audio("s"), nobody));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s p"), sdp);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAClientThatSendsNoChecks(Client client) {
    String lite = offer("a=ice-lite\n", audio("s"));
    assertRefused(UnsupportedOffer.class, client, lite, "a=ice-lite");
  }

  /** RFC 9429 section 5.1.2. */
  @ParameterizedTest
  @ValueSource(strings = {"RTP/SAVPF", "RTP/SAVP", "UDP/TLS/RTP/SAVP", "TCP/DTLS/RTP/SAVP"})
  void takesWhateverIsEncrypted(String protocol) {
    String sdp =
        Client.PUBLISHER.answer(offer("", audio("s").replace("UDP/TLS/RTP/SAVPF", protocol)));
    assertEquals("m=audio 9 " + protocol + " 109", Offers.section(sdp, 0).get(0));
  }

  @Test
  void findsTheGroupThatAllAreIn() {
    String sdp =
        Client.PUBLISHER.answer(
            offer("a=group:LS s p\n" + group("s") + group("s p"), audio("s"), video("p")));
    assertTrue(Offers.session(sdp).contains("a=group:BUNDLE s p"), sdp);
  }

  @Test
  void takesABundleOnlySectionWithoutItsGroupForOneThatIsSwitchedOff() {
    String picture = section("video 0 UDP/TLS/RTP/SAVPF 97", "p", "a=bundle-only\n", VP8);
    String sdp = Client.PUBLISHER.answer(offer(group("s"), audio("s"), picture));
    assertTrue(Offers.section(sdp, 1).get(0).startsWith("m=video 0 "), sdp);
  }

  /** Each section may have a transport of its own in a first offer; the tagged one's is used. */
  @Test
  void usesTheTransportOfTheTaggedSection() {
    String own = audio("s").replace("wT4x", "other");
    String sdp = offer(group("p s"), own, video("p")).replace("DIRECTION", "sendonly");
    PublisherAgreement agreement =
        PublisherNegotiation.negotiate(SessionDescription.parse(sdp), Offers.LOCAL, 1_000_000);
    assertEquals("wT4x", agreement.remoteUfrag());
    assertTrue(Offers.session(agreement.sdp()).contains("a=group:BUNDLE p s"), agreement.sdp());
  }

  @Test
  void usesNoTransportOfASectionThatIsSwitchedOff() {
    String off = video("p").replace("video 9", "video 0").replace("wT4x", "gone");
    String sdp = offer(group("p s"), off, audio("s")).replace("DIRECTION", "sendonly");
    PublisherAgreement agreement =
        PublisherNegotiation.negotiate(SessionDescription.parse(sdp), Offers.LOCAL, 1_000_000);
    assertEquals("wT4x", agreement.remoteUfrag());
  }

  @Test
  void refusesSeveralSectionsWithoutAGroup() {
    assertRefused(
        MalformedSdp.class, Client.PUBLISHER, offer("", audio("s"), video("p")), "a=group:BUNDLE");
  }

  @Test
  void saysThatNothingIsInUse() {
    String inactive = audio("s").replace("a=DIRECTION", "a=inactive");
    assertRefused(
        NoCommonCodec.class,
        Client.PUBLISHER,
        offer("", inactive),
        "no audio or video that is in use: it has audio (inactive) opus.");
  }

  @Test
  void readsEveryFingerprintOfASection() {
    Fingerprint own = Offers.LOCAL.fingerprint();
    Fingerprint other = new Fingerprint("sha-256", own.value().replace("AB", "CD"));
    Fingerprint longer = new Fingerprint("sha-512", own.value() + ":" + own.value());
    String more = "";
    for (Fingerprint fingerprint : List.of(other, longer)) {
      more += "a=fingerprint:" + fingerprint.text() + "\n";
    }
    String sdp = offer("", audio("s") + more + "a=fingerprint:sha-1 AA:BB\n");
    PublisherAgreement agreement =
        PublisherNegotiation.negotiate(
            SessionDescription.parse(sdp.replace("DIRECTION", "sendonly")),
            Offers.LOCAL,
            1_000_000);
    assertEquals(List.of(own, other, longer), agreement.remoteFingerprints());
    assertFalse(agreement.sdp().contains(other.value()));
  }

  @ParameterizedTest
  @EnumSource
  void namesPayloadTypesThatAreTakenForRtcp(Client client) {
    String alone =
        offer(
            group("0 1"),
            audio("0"),
            section("video 9 UDP/TLS/RTP/SAVPF 72", "1", TRANSPORT, "a=rtpmap:72 VP8/90000\n"));
    assertRefused(UnsupportedOffer.class, client, alone, "section 2 (video, mid 1)", "64 to 95");

    String beside =
        offer(
            group("0 1"),
            audio("0"),
            section(
                "video 9 UDP/TLS/RTP/SAVPF 72 96",
                "1",
                TRANSPORT,
                "a=rtpmap:72 H264/90000\na=rtpmap:96 VP8/90000\n"));
    String answer = client.answer(beside);
    assertTrue(answer.contains("VP8/90000"), answer);
    assertFalse(answer.contains("rtpmap:72"), answer);
  }

  @Test
  void refusesOnePayloadTypeForTwoCodecsThatNothingTellsApart() {
    String[] marks = {
      "", "a=extmap:4 urn:ietf:params:rtp-hdrext:sdes:mid\n", "a=ssrc:%d cname:c\n"
    };
    for (String mark : marks) {
      String sdp =
          offer(
              group("0 1"),
              section(
                  "audio 9 UDP/TLS/RTP/SAVPF 96",
                  "0",
                  TRANSPORT,
                  "a=rtpmap:96 opus/48000/2\n",
                  mark.formatted(1)),
              section(
                  "video 9 UDP/TLS/RTP/SAVPF 96",
                  "1",
                  TRANSPORT,
                  "a=rtpmap:96 VP8/90000\n",
                  mark.formatted(2)));
      if (mark.isEmpty()) {
        assertRefused(MalformedSdp.class, Client.PUBLISHER, sdp, "one payload type for two");
      } else {
        assertTrue(Client.PUBLISHER.answer(sdp).contains("rtpmap:96 VP8"));
      }
    }
  }
}
