package plenum.engine.session;

import java.util.List;
import plenum.engine.estimate.Encoding;
import plenum.engine.forward.LayerOffer;
import plenum.engine.forward.PlayerTrack;

/** What media costs on a link, in bits a second with all headers. */
final class LayerCosts {

  /** IP, UDP, authentication, and the transport-wide number in its extension. */
  private static final int PACKET_BITS = Byte.SIZE * (20 + 8 + 16 + 8);

  /** What packets have beside their media, of media that has not come yet. */
  private static final double OVERHEAD = 1.06;

  /** Reports about a sound. */
  private static final long REPORTS = 2_000;

  /** What an encoding of that height has until it comes, and how that grows with the height. */
  private static final int USUAL_HEIGHT = 180;

  private static final double USUAL_BITRATE = 150_000;
  private static final double USUAL_EXPONENT = 1.66;

  /** A temporal layer that adds less to the bits is none, or comes no more. */
  private static final double WHOLE = 0.97;

  private LayerCosts() {}

  /** One encoding, with all temporal layers that come. */
  static Encoding encoding(LayerOffer offer) {
    if (offer.bitrate() == 0) {
      double times = Math.pow((double) offer.height() / USUAL_HEIGHT, USUAL_EXPONENT);
      return new Encoding(offer.height(), List.of((long) (OVERHEAD * USUAL_BITRATE * times)));
    }
    return new Encoding(
        offer.height(),
        offer.bitrates().stream()
            .limit(temporalLayers(offer))
            .map(media -> counted(offer, media))
            .toList());
  }

  /** All of an encoding of a picture, as it comes now. */
  static long picture(LayerOffer offer) {
    return counted(offer, offer.bitrate());
  }

  /** A sound, as it comes now. */
  static long sound(LayerOffer offer) {
    return offer.flows() ? counted(offer, offer.bitrate()) + REPORTS : 0;
  }

  /** So many bits of an encoding have as many of its packets. */
  private static long counted(LayerOffer offer, long media) {
    long whole = offer.bitrate();
    return whole == 0 ? 0 : media + PACKET_BITS * offer.packets() * media / whole;
  }

  /** The highest temporal layer of half of the frames, all where there are no layers. */
  static int half(List<LayerOffer> offers) {
    int layers = offers.stream().mapToInt(LayerCosts::temporalLayers).max().orElse(1);
    return layers > 1 ? layers - 2 : PlayerTrack.ALL;
  }

  /** How many layers of frames an encoding has, 1 where they are not told apart. */
  static int temporalLayers(LayerOffer offer) {
    int layers = 1;
    while (layers < offer.bitrates().size()
        && offer.bitrates().get(layers - 1) < WHOLE * offer.bitrate()) {
      layers++;
    }
    return layers;
  }
}
