package plenum.engine.sdp;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The common part of answering a publisher and a player: an offer is taken with all its audio and
 * video that is in use, over one transport, or not at all.
 */
final class Offer {

  /** Whatever it says of transport and feedback, DTLS-SRTP is meant (RFC 9429 section 5.1.2). */
  private static final Pattern PROTOCOL = Pattern.compile("(UDP/TLS/|TCP/(DTLS|TLS)/)?RTP/SAVPF?");

  private final SessionDescription offer;

  /** Audio and video in use, and whatever else is neither switched off nor a data channel. */
  private final List<MediaDescription> used;

  private Offer(SessionDescription offer) {
    this.offer = offer;
    this.used = offer.media().stream().filter(MediaDescription::isInUse).toList();
  }

  /**
   * Every section in use, with its codecs.
   *
   * @param wrong the direction that makes no sense for this client
   * @param preferred who begins the handshake when the offer leaves it to us
   * @param most how many of each kind may be in use
   * @param choice the codecs to use of a section
   * @throws MalformedSdp if it lacks what a session needs
   * @throws NoCommonCodec if a section has no codec to use, or nothing is in use
   * @throws UnsupportedOffer if a section cannot be served for another reason
   */
  static Selection select(
      SessionDescription offer,
      Direction wrong,
      Setup preferred,
      MostSections most,
      Function<MediaDescription, List<Codec>> choice) {
    Offer read = new Offer(offer);
    read.requireChecks();
    Map<MediaDescription, List<Codec>> codecs = read.codecs(wrong, most, choice);
    Bundle bundle = read.bundle();
    if (!bundle.rtcpMux()) {
      throw new MalformedSdp("The offer's " + read.named(read.used.get(0)) + " has no a=rtcp-mux.");
    }
    RemoteTransport remote = RemoteTransport.of(bundle.transport(), preferred);
    return new Selection(codecs, bundle.names(), remote, bundle.rtcpRsize());
  }

  private Map<MediaDescription, List<Codec>> codecs(
      Direction wrong, MostSections most, Function<MediaDescription, List<Codec>> choice) {
    if (used.isEmpty()) {
      throw NoCommonCodec.in(offer);
    }
    Map<MediaDescription, List<Codec>> selected = new IdentityHashMap<>();
    Map<String, Integer> kinds = new HashMap<>();
    for (MediaDescription media : used) {
      requireMedia(media);
      requireDirection(media, wrong);
      List<Codec> codecs = choice.apply(media);
      if (codecs.isEmpty() && PassedCodecs.areTakenForRtcp(media)) {
        throw new UnsupportedOffer(
            "The offer's "
                + named(media)
                + " has payload types from 64 to 95, which cannot be told from RTCP.");
      }
      if (codecs.isEmpty()) {
        throw NoCommonCodec.in(named(media), media);
      }
      if (kinds.merge(media.kind(), 1, Integer::sum) > most.of(media)) {
        throw new UnsupportedOffer(
            "The offer's " + named(media) + " is one too many: " + most.sentence());
      }
      selected.put(media, codecs);
    }
    return selected;
  }

  /** RFC 8445 section 6.1.1: two lite agents send none, and we learn addresses by them alone. */
  private void requireChecks() {
    if (offer.iceLite()) {
      throw new UnsupportedOffer(
          "The offer has a=ice-lite, as this server is: one of the two has to send connectivity"
              + " checks.");
    }
  }

  private void requireMedia(MediaDescription media) {
    if (!media.isAudioOrVideo()) {
      throw new UnsupportedOffer("The offer's " + named(media) + " is neither audio nor video.");
    }
    if (!PROTOCOL.matcher(media.protocol()).matches()) {
      throw new UnsupportedOffer(
          "The offer's "
              + named(media)
              + " is offered over "
              + media.protocol()
              + ", not UDP/TLS/RTP/SAVPF.");
    }
  }

  private void requireDirection(MediaDescription media, Direction wrong) {
    if (media.direction() == wrong) {
      String needed = wrong == Direction.RECVONLY ? "A publisher sends" : "A player receives";
      throw new MalformedSdp(
          needed + ", but the offer's " + named(media) + " is " + wrong.attribute() + ".");
    }
  }

  /** The one group that all are in. */
  private Bundle bundle() {
    if (offer.bundles().isEmpty() && used.size() > 1) {
      throw new MalformedSdp("The offer has several m-lines but no a=group:BUNDLE.");
    }
    List<String> first = offer.bundleOf(used);
    for (MediaDescription media : used.subList(1, used.size())) {
      if (first.isEmpty() || !first.contains(media.mid())) {
        throw new UnsupportedOffer(
            "The offer's "
                + named(media)
                + " is not in one BUNDLE group with "
                + named(used.get(0))
                + ": all that is sent and received shares one transport.");
      }
    }
    return new Bundle(offer, first, used);
  }

  /** A section as people find it: {@code section 2 (video, mid 1)}. */
  private String named(MediaDescription media) {
    int number = 1;
    while (offer.media().get(number - 1) != media) {
      number++;
    }
    String mid = media.mid().isEmpty() ? "" : ", mid " + media.mid();
    return "section " + number + " (" + media.kind() + mid + ")";
  }
}
