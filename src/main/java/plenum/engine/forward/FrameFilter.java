package plenum.engine.forward;

/**
 * Which frames of an encoding one player is sent, by their temporal layers: whole frames, and those
 * of a higher layer only from one on that a decoder can go up with.
 */
final class FrameFilter {

  /** Packets that come later than so many frames are rare; a power of two. */
  private static final int REMEMBERED = 16;

  private final int[] timestamps = new int[REMEMBERED];
  private final boolean[] sent = new boolean[REMEMBERED];
  private int frames;
  private int level;
  private long newest = Long.MIN_VALUE;

  /** Another stretch begins, with a key frame or in the middle of what nobody can decode yet. */
  void begin(int highest) {
    level = highest;
    newest = Long.MIN_VALUE;
    frames = 0;
  }

  /**
   * Whether a packet is sent. To be asked once for each.
   *
   * @param sequence the source's extended sequence number
   * @param frame the source's timestamp
   * @param marks of its payload
   * @param highest the highest temporal layer that is wanted
   */
  boolean sends(long sequence, int frame, long marks, int highest) {
    if (sequence < newest) {
      return sendsLate(frame, marks);
    }
    newest = sequence;
    int latest = frames - 1 & REMEMBERED - 1;
    if (frames > 0 && timestamps[latest] == frame) {
      return sent[latest];
    }
    int next = frames++ & REMEMBERED - 1;
    timestamps[next] = frame;
    sent[next] = sendsFrame(marks, highest);
    return sent[next];
  }

  /** What was decided of its frame; of one of which nothing has come yet, as if it came now. */
  private boolean sendsLate(int frame, long marks) {
    for (int i = Math.max(0, frames - REMEMBERED); i < frames; i++) {
      if (timestamps[i & REMEMBERED - 1] == frame) {
        return sent[i & REMEMBERED - 1];
      }
    }
    return FrameMarks.temporal(marks) <= level;
  }

  private boolean sendsFrame(long marks, int highest) {
    int temporal = FrameMarks.temporal(marks);
    if (FrameMarks.key(marks) || highest < level) {
      level = highest;
    } else if (temporal <= highest && FrameMarks.needed(marks) <= level) {
      level = Math.max(level, Math.min(highest, FrameMarks.reaches(marks)));
    }
    return temporal <= level;
  }

  /** Whether it was the last one that was asked for, and none after it. */
  boolean isNewest(long sequence) {
    return sequence == newest;
  }
}
