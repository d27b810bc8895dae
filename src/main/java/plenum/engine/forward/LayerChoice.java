package plenum.engine.forward;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Which encoding of a picture one player is to be sent: the smallest that is as high as it wants,
 * or the largest that there is. Those that do not come are no choice, for publishers stop sending
 * large ones when they lack bits or time.
 */
final class LayerChoice {

  /** The answer when no picture is to be sent. */
  static final int NONE = -1;

  /** A tile that is a little higher than a picture does not need the next one. */
  private static final double ENOUGH = 0.8;

  /** So long has one not come, though another has, when it is held for gone. */
  private static final long GONE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** What the first one is taken for until a key frame tells its height; each next one is half. */
  private static final int SUPPOSED_HEIGHT = 720;

  private LayerChoice() {}

  /**
   * @param layers all that the publisher listed
   * @param wanted height in pixels, 0 for no picture
   * @param cap what is higher is sent only if nothing else comes
   * @return the number of the encoding in the array, {@link #NONE} for no picture. If none comes at
   *     the moment, what would be wanted
   */
  static int among(SourceTrack[] layers, int wanted, int cap, long nowNanos) {
    if (wanted <= 0 || layers.length == 0) {
      return NONE;
    }
    if (layers.length == 1) {
      return 0;
    }
    long newest = newest(layers, nowNanos);
    boolean young = young(layers, nowNanos);
    int best = NONE;
    for (int i = 0; i < layers.length; i++) {
      if (comes(layers[i], young, newest, nowNanos)
          && (best == NONE || fits(layers, i, best, wanted, cap))) {
        best = i;
      }
    }
    return best == NONE ? wish(layers, wanted) : best;
  }

  private static boolean fits(SourceTrack[] layers, int one, int than, int wanted, int cap) {
    boolean carried = height(layers, one) <= cap;
    boolean other = height(layers, than) <= cap;
    return carried == other ? better(layers, one, than, wanted) : carried;
  }

  /**
   * All of them, for whoever shares a link's bits out; without those that their publisher listed
   * and does not make, as browsers do with a camera of few pixels.
   */
  static List<LayerOffer> offers(SourceTrack[] layers, Averaged over, long nowNanos) {
    boolean some = comes(layers, nowNanos);
    List<LayerOffer> offers = new ArrayList<>();
    for (int i = 0; i < layers.length; i++) {
      LayerFlow flow = layers[i].flow();
      boolean flows = flow.flows(nowNanos);
      if (!some || !flow.isAbsent()) {
        offers.add(new LayerOffer(height(layers, i), flow.bitrates(over), flow.packets(), flows));
      }
    }
    return offers;
  }

  /** Whether any of them comes at the moment. */
  static boolean comes(SourceTrack[] layers, long nowNanos) {
    for (SourceTrack layer : layers) {
      if (layer.flow().flows(nowNanos)) {
        return true;
      }
    }
    return false;
  }

  /** The same as {@link #wish}, of those that its publisher makes as far as is known. */
  static int present(SourceTrack[] layers, int wanted) {
    int best = wish(layers, wanted);
    for (int i = 0; best != NONE && i < layers.length; i++) {
      boolean absent = layers[best].flow().isAbsent();
      if (!layers[i].flow().isAbsent() && (absent || better(layers, i, best, wanted))) {
        best = i;
      }
    }
    return best;
  }

  /** What to ask the publisher for, whether it comes now or not. */
  static int wish(SourceTrack[] layers, int wanted) {
    if (wanted <= 0 || layers.length == 0) {
      return NONE;
    }
    int best = 0;
    for (int i = 1; i < layers.length; i++) {
      best = better(layers, i, best, wanted) ? i : best;
    }
    return best;
  }

  private static long newest(SourceTrack[] layers, long nowNanos) {
    long silent = Long.MAX_VALUE;
    for (SourceTrack layer : layers) {
      silent = Math.min(silent, layer.flow().silentNanos(nowNanos));
    }
    return silent;
  }

  /** Of a publisher that has just begun, all that it listed may be on their way. */
  private static boolean comes(SourceTrack layer, boolean young, long newest, long nowNanos) {
    long silent = layer.flow().silentNanos(nowNanos);
    return silent == Long.MAX_VALUE ? young : silent - newest <= GONE_NANOS;
  }

  private static boolean young(SourceTrack[] layers, long nowNanos) {
    for (SourceTrack layer : layers) {
      if (layer.flow().isYoung(nowNanos)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one is no higher than another. */
  static boolean isSmaller(SourceTrack[] layers, SourceTrack one, SourceTrack than) {
    return height(layers, index(layers, one)) <= height(layers, index(layers, than));
  }

  private static int index(SourceTrack[] layers, SourceTrack one) {
    int index = 0;
    while (index < layers.length - 1 && layers[index] != one) {
      index++;
    }
    return index;
  }

  private static boolean better(SourceTrack[] layers, int candidate, int than, int wanted) {
    int height = height(layers, candidate);
    int before = height(layers, than);
    boolean enough = height >= wanted * ENOUGH;
    boolean beforeEnough = before >= wanted * ENOUGH;
    if (enough != beforeEnough) {
      return enough;
    }
    return enough ? height < before : height > before;
  }

  /** The height as key frames told it; else as most publishers divide it, each half of the last. */
  private static int height(SourceTrack[] layers, int index) {
    for (int i = 0; i < layers.length; i++) {
      int known = layers[(index + i) % layers.length].flow().height();
      if (known > 0) {
        int steps = (index + i) % layers.length - index;
        return steps >= 0 ? known << Math.min(steps, 8) : known >> Math.min(-steps, 8);
      }
    }
    return SUPPOSED_HEIGHT >> Math.min(index, 8);
  }
}
