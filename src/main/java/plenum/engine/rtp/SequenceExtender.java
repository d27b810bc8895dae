package plenum.engine.rtp;

/**
 * Extends 16-bit sequence numbers to 64 bits: each one becomes the number nearest to the highest
 * seen so far (the estimate of RFC 3711 section 3.3.1, without its rollover counter's limits).
 *
 * <p>Not thread-safe.
 */
public final class SequenceExtender {

  private boolean started;
  private long highest;

  /**
   * The extended number; its low 16 bits are {@code sequence16}. The first is {@code sequence16}
   * itself, so one that was overtaken by it may come out negative.
   */
  public long extend(int sequence16) {
    if (!started) {
      started = true;
      highest = sequence16 & 0xffff;
      return highest;
    }
    long extended = highest + (short) (sequence16 - (int) highest);
    highest = Math.max(highest, extended);
    return extended;
  }
}
