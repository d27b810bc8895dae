package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * How much of a link may be packets that are sent again: half of what it is believed to carry, so
 * that whoever asks for everything again, because nothing arrives, does not keep it full.
 */
public final class RepairLimit {

  private static final double PART = 0.5;
  private static final long BURST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A lost key frame of a small picture. */
  private static final double MIN_BURST_BYTES = 12_000;

  private double bytes;
  private long leakedNanos;

  /**
   * Whether one more packet may be sent again; it is counted then.
   *
   * @param bitrate bits a second that the link is believed to carry
   */
  public boolean take(int size, double bitrate, long nowNanos) {
    double perNano = PART * bitrate / 8e9;
    bytes = Math.max(0, bytes - perNano * Math.max(0, nowNanos - leakedNanos));
    leakedNanos = nowNanos;
    if (bytes + size > Math.max(MIN_BURST_BYTES, perNano * BURST_NANOS)) {
      return false;
    }
    bytes += size;
    return true;
  }
}
