package plenum.engine.forward;

import java.util.concurrent.TimeUnit;

/**
 * Which encodings of one picture anybody is sent or waits for. Publishers need not make the others.
 * One more is needed at once (but not before somebody's first picture has come), one less only
 * after a while; the smallest is needed always where it is cheap, else while no other is, so that
 * there is a picture for whoever comes.
 */
final class LayerDemand {

  static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long[] neededNanos;
  private final boolean[] ever;
  private int told;

  /**
   * @param layers how many there are
   */
  LayerDemand(int layers) {
    neededNanos = new long[layers];
    ever = new boolean[layers];
    told = (1 << layers) - 1;
  }

  /** Somebody is sent it, or waits for it. */
  void needed(int layer, long nowNanos) {
    neededNanos[layer] = nowNanos;
    ever[layer] = true;
  }

  /** Whether any is needed now. */
  boolean any(long nowNanos) {
    return present(nowNanos) != 0;
  }

  /**
   * Whether what is needed differs from what was told last.
   *
   * @param later whether the publisher is to be told of one more later
   */
  boolean changed(boolean later, long nowNanos) {
    int mask = later ? present(nowNanos) & told : present(nowNanos);
    boolean other = mask != told;
    told = mask;
    return other;
  }

  private int present(long nowNanos) {
    int mask = 0;
    for (int i = 0; i < ever.length; i++) {
      mask |= ever[i] && nowNanos - neededNanos[i] <= KEEP_NANOS ? 1 << i : 0;
    }
    return mask;
  }

  /** Those that are needed, a bit for each, the lowest for the first. */
  int mask() {
    return told;
  }
}
