package plenum.engine.forward;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which encoding of a picture one player is sent, and to which it goes over next: as large a one as
 * it wants and its link carries. Of sound there is one.
 */
final class LayerSelection {

  /** A key frame that was asked for and does not come is asked for again. */
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final boolean video;

  /** Of the present publisher. */
  private SourceTrack[] layers = {};

  /** What is sent; null while nothing is. */
  private SourceTrack source;

  /** To which it goes over with the next key frame of that; null for none. */
  private SourceTrack next;

  private long askedNanos;
  private int wanted = Integer.MAX_VALUE;
  private int cap = Integer.MAX_VALUE;
  private boolean calm;

  LayerSelection(boolean video) {
    this.video = video;
  }

  /** See {@link PlayerTrack#want}. */
  void want(int height) {
    wanted = height;
  }

  int wanted() {
    return wanted;
  }

  /** See {@link PlayerTrack#cap}. */
  void cap(int height) {
    cap = height;
  }

  /** See {@link PlayerTrack#calm}. */
  void calm(boolean enough) {
    calm = enough;
  }

  boolean isCalm() {
    return calm;
  }

  /** As high as it is wanted and carried; of sound, all. */
  private int height() {
    return video ? Math.min(wanted, cap) : Integer.MAX_VALUE;
  }

  /** What is sent; null while nothing is. */
  SourceTrack source() {
    return source;
  }

  /** To which it goes over with the next key frame of that; null for none. */
  SourceTrack next() {
    return next;
  }

  /** From now on it is sent this one. */
  void goOver(SourceTrack to) {
    source = to;
    if (next == to) {
      next = null;
    }
  }

  /** Nothing is sent, or waited for. */
  void forget() {
    source = null;
    next = null;
  }

  /** As it was at the beginning, but for what the player wants. */
  void pause() {
    forget();
    layers = new SourceTrack[0];
    cap = Integer.MAX_VALUE;
  }

  /** Whether it is sent what comes of that encoding, or waits to be. */
  boolean plays(SourceTrack of) {
    return of == source || of == next;
  }

  /** Whether what it is sent, or waits for, is of these. */
  boolean knows(SourceTrack[] layers) {
    return source != null && has(layers, source) || next != null && has(layers, next);
  }

  private static boolean has(SourceTrack[] layers, SourceTrack one) {
    for (SourceTrack layer : layers) {
      if (layer == one) {
        return true;
      }
    }
    return false;
  }

  /** See {@link PlayerTrack#begins}. */
  boolean begins(SourceTrack[] layers, long nowNanos) {
    return source == null
        && next != null
        && has(layers, next)
        && next.flow().flows(nowNanos)
        && next.keyFrames().awaited(nowNanos);
  }

  /** See {@link PlayerTrack#needs}. */
  void needs(SourceTrack[] layers, LayerDemand demand, long nowNanos) {
    int wish = LayerChoice.wish(layers, height());
    int present = LayerChoice.present(layers, height());
    for (int i = 0; i < layers.length; i++) {
      if (i == wish || i == present || plays(layers[i])) {
        demand.needed(i, nowNanos);
      }
    }
  }

  /** See {@link PlayerTrack#offers}. */
  List<LayerOffer> offers(Averaged over, long nowNanos) {
    return LayerChoice.offers(layers, over, nowNanos);
  }

  /** See {@link PlayerTrack#stamp}. */
  long stamp(long nowNanos) {
    long stamp = 31L * System.identityHashCode(layers) + wanted + (calm ? 1 : 0);
    for (SourceTrack layer : layers) {
      stamp = 31 * stamp + layer.flow().stamp(nowNanos);
    }
    return stamp;
  }

  /**
   * From now on these are what there is.
   *
   * @return the one that is to be sent; null for none
   */
  SourceTrack among(SourceTrack[] layers, long nowNanos) {
    this.layers = layers;
    int most = video ? cap : Integer.MAX_VALUE;
    int index = LayerChoice.among(layers, height(), most, nowNanos);
    return index == LayerChoice.NONE ? null : layers[index];
  }

  /**
   * Has this one sent: at once where it is the only one, else with its next key frame.
   *
   * @param needsKeyFrame whether nothing is sent before a key frame
   * @return whether a key frame of it has to be asked for now
   */
  boolean choose(SourceTrack target, boolean needsKeyFrame, long nowNanos) {
    if (target == source) {
      next = null;
      return needsKeyFrame && asksAgain(nowNanos);
    }
    boolean other = next != target;
    if (layers.length == 1) {
      source = target;
      next = null;
      other = true;
    } else {
      next = target;
    }
    if (other) {
      askedNanos = nowNanos;
    }
    return other || asksAgain(nowNanos);
  }

  /** Whether a key frame that was asked for has not come for too long. */
  private boolean asksAgain(long nowNanos) {
    if (nowNanos - askedNanos < ASK_AGAIN_NANOS) {
      return false;
    }
    askedNanos = nowNanos;
    return true;
  }

  /**
   * The encoding that can be gone over to now, because a key frame of it waits: the one that is
   * next, or a smaller one while nothing is sent, which is better than none; null for none.
   */
  SourceTrack ready(SourceTrack[] layers) {
    if (next == null || next.keyFrame() >= 0) {
      return next;
    }
    for (int i = layers.length - 1; source == null && i >= 0; i--) {
      if (LayerChoice.isSmaller(layers, layers[i], next) && layers[i].keyFrame() >= 0) {
        return layers[i];
      }
    }
    return null;
  }
}
