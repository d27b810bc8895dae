package plenum.engine.session;

import java.util.List;
import plenum.engine.estimate.Encoding;
import plenum.engine.forward.LayerOffer;

/** What the encodings of a picture cost on the link. */
final class LayerCosts {

  /** What packets have beside their media. */
  private static final double OVERHEAD = 1.06;

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
      return new Encoding(offer.height(), List.of(withOverhead(USUAL_BITRATE * times)));
    }
    return new Encoding(
        offer.height(),
        offer.bitrates().stream()
            .limit(temporalLayers(offer))
            .map(LayerCosts::withOverhead)
            .toList());
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

  /** Bits a second of so much media. */
  static long withOverhead(double media) {
    return (long) (OVERHEAD * media);
  }
}
