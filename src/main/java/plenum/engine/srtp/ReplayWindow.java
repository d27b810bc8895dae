package plenum.engine.srtp;

/** Which of the last 1,024 indices of one source have come (RFC 3711 3.3.2). */
final class ReplayWindow {

  static final int SIZE = 1024;

  private final long[] seen = new long[SIZE / Long.SIZE];
  private long highest;

  ReplayWindow(long first) {
    highest = first;
    set(first);
  }

  long highest() {
    return highest;
  }

  /** Whether the index has come already, or is too old to tell. */
  boolean covers(long index) {
    return index <= highest && (highest - index >= SIZE || (seen[word(index)] & 1L << index) != 0);
  }

  /** Remembers an index that {@link #covers} denied. */
  void add(long index) {
    for (long i = Math.max(highest + 1, index - SIZE + 1); i <= index; i++) {
      seen[word(i)] &= ~(1L << i);
    }
    highest = Math.max(highest, index);
    set(index);
  }

  private void set(long index) {
    seen[word(index)] |= 1L << index;
  }

  private static int word(long index) {
    return (int) (index & SIZE - 1) / Long.SIZE;
  }
}
