package plenum.bench.replay;

import java.util.Locale;

/** The sizes in which a page sends its camera's picture of 720 lines, from the largest on. */
enum Layer {
  H(1, 1_500_000),
  M(2, 500_000),
  L(4, 150_000);

  private final int divisor;
  private final int bitrate;

  Layer(int divisor, int bitrate) {
    this.divisor = divisor;
    this.bitrate = bitrate;
  }

  /** By how much width and height are divided. */
  int divisor() {
    return divisor;
  }

  /** The most bits a second. */
  int bitrate() {
    return bitrate;
  }

  /** As offers name it. */
  String rid() {
    return name().toLowerCase(Locale.ROOT);
  }
}
