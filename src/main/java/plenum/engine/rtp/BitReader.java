package plenum.engine.rtp;

/**
 * Reads numbers of some bits each, the highest first. After the end there are zeros, and {@link
 * #overrun} says so.
 */
public final class BitReader {

  private byte[] b = {};
  private long at;
  private long end;

  /** Begins with these bytes. */
  public BitReader begin(byte[] bytes, int off, int len) {
    b = bytes;
    at = (long) off * Byte.SIZE;
    end = at + (long) Math.max(0, len) * Byte.SIZE;
    return this;
  }

  /**
   * The next number.
   *
   * @param bits 0 to 32
   */
  public int bits(int bits) {
    int value = 0;
    for (int i = 0; i < bits; i++) {
      value = value << 1 | bit();
    }
    return value;
  }

  private int bit() {
    int value = at < end ? b[(int) (at >> 3)] >> 7 - (int) (at & 7) & 1 : 0;
    at++;
    return value;
  }

  /** The next bit. */
  public boolean flag() {
    return bit() != 0;
  }

  /**
   * The next number of a few values that are no power of two, in as few bits as it takes (AV1
   * section 4.10.7).
   *
   * @param values how many there are, at least 1
   */
  public int among(int values) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(values);
    int shorter = (1 << width) - values;
    int value = bits(width - 1);
    return value < shorter ? value : (value << 1) - shorter + bit();
  }

  /** Passes over so many bits. */
  public void skip(long bits) {
    at += bits;
  }

  /** Whether more was read than there is. */
  public boolean overrun() {
    return at > end;
  }
}
