package plenum.engine.sdp;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The common part of answering a publisher and a player: which m-lines come into question. */
final class Offer {

  private Offer() {}

  /**
   * For each kind the first m-line with a codec that passes, in the offer's order, with its codecs.
   *
   * @param wrong the direction that makes no sense for this client
   * @param choice the codecs to use of an m-line
   * @throws NoCommonCodec if there is none
   */
  static Map<MediaDescription, List<Codec>> select(
      SessionDescription offer, Direction wrong, Function<MediaDescription, List<Codec>> choice) {
    List<MediaDescription> usable =
        offer.media().stream().filter(MediaDescription::carriesMedia).toList();
    usable.forEach(media -> requireDirection(media, wrong));
    if (offer.bundle().isEmpty() && usable.size() > 1) {
      throw new MalformedSdp("The offer has several m-lines but no a=group:BUNDLE.");
    }
    // By identity: m-lines without names may be equal.
    Map<MediaDescription, List<Codec>> selected = new IdentityHashMap<>();
    Set<String> kinds = new HashSet<>();
    for (MediaDescription media : usable) {
      List<Codec> codecs = choice.apply(media);
      boolean bundled = offer.bundle().isEmpty() || offer.bundle().contains(media.mid());
      if (!codecs.isEmpty() && bundled && kinds.add(media.kind())) {
        requireMux(media);
        selected.put(media, codecs);
      }
    }
    if (selected.isEmpty()) {
      throw NoCommonCodec.in(offer);
    }
    return selected;
  }

  private static void requireDirection(MediaDescription media, Direction wrong) {
    if (media.direction() == wrong) {
      String needed = wrong == Direction.RECVONLY ? "A publisher sends" : "A player receives";
      throw new MalformedSdp(
          needed + ", but the offer's " + media.kind() + " is " + wrong.attribute() + ".");
    }
  }

  private static void requireMux(MediaDescription media) {
    if (!media.rtcpMux()) {
      throw new MalformedSdp("The offer's " + media.kind() + " has no a=rtcp-mux.");
    }
  }
}
