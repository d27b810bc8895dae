package plenum.engine.srtp;

/**
 * The replay windows of a peer's sources. Only authenticated packets enter one, so only the peer
 * itself can push a source out, and that the one it has been silent in for longest.
 */
final class Sources {

  static final int LIMIT = 16;

  private final int[] ssrcs = new int[LIMIT];
  private final ReplayWindow[] windows = new ReplayWindow[LIMIT];
  private final long[] lastUsed = new long[LIMIT];
  private int count;
  private long uses;

  /** The position of a source, or -1 when it is not known. */
  int find(int ssrc) {
    for (int i = 0; i < count; i++) {
      if (ssrcs[i] == ssrc) {
        return i;
      }
    }
    return -1;
  }

  ReplayWindow window(int position) {
    return windows[position];
  }

  /** Records an authenticated packet of the source at that position, -1 for a new source. */
  void accepted(int position, int ssrc, long index) {
    int at = position;
    if (at >= 0) {
      windows[at].add(index);
    } else {
      at = count < LIMIT ? count++ : leastRecent();
      ssrcs[at] = ssrc;
      windows[at] = new ReplayWindow(index);
    }
    lastUsed[at] = ++uses;
  }

  private int leastRecent() {
    int least = 0;
    for (int i = 1; i < LIMIT; i++) {
      if (lastUsed[i] < lastUsed[least]) {
        least = i;
      }
    }
    return least;
  }
}
