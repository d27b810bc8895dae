package plenum.engine.rtcp;

import java.util.List;

/**
 * What a receiver believes that its link carries (REMB, draft-alvestrand-rmcat-remb-03).
 *
 * @param sender who tells
 * @param bitrate bits a second for all of the sources together; {@link Long#MAX_VALUE} for more
 *     than that
 * @param sources SSRCs of what is sent over it
 */
public record ReceiverEstimate(int sender, long bitrate, List<Integer> sources) implements Rtcp {

  /** Feedback of the application layer. */
  static final int FORMAT = 15;

  /** The letters REMB. */
  static final int NAME = 0x52454d42;

  static final int HEADER = 20;

  private static final int MANTISSA_BITS = 18;

  public ReceiverEstimate {
    sources = List.copyOf(sources);
  }

  static long bitrate(int exponent, int mantissa) {
    boolean fits = exponent < Long.numberOfLeadingZeros(mantissa);
    return fits ? (long) mantissa << exponent : Long.MAX_VALUE;
  }

  int exponent() {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(bitrate);
    return Math.max(0, bits - MANTISSA_BITS);
  }

  int mantissa() {
    return (int) (bitrate >> exponent());
  }
}
