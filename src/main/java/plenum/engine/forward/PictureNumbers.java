package plenum.engine.forward;

/**
 * The numbers of pictures towards one player (RFC 7741 section 4.2, RFC 9628 section 4.2):
 * continuous from the first to the last, whichever encoding and whichever publisher they come from.
 * Decoders tell by them what is missing, so a jump would look like loss.
 */
final class PictureNumbers {

  /** What is added to a source's numbers. */
  record Offsets(int picture, int base) {

    static final Offsets NONE = new Offsets(0, 0);
  }

  /** Writes a packet's numbers with these added to them. */
  static void rewrite(byte[] b, int off, long marks, int picture, int base) {
    if (FrameMarks.hasPicture(marks) || FrameMarks.hasBase(marks)) {
      FrameMarks.rewrite(
          b, off, marks, FrameMarks.picture(marks) + picture, FrameMarks.base(marks) + base);
    }
  }

  private Offsets offsets = Offsets.NONE;
  private boolean started;
  private int lastPicture;
  private int lastBase;

  Offsets offsets() {
    return offsets;
  }

  /**
   * Goes on with another source's pictures.
   *
   * @param marks of its first packet
   */
  void follow(long marks) {
    offsets =
        started && FrameMarks.hasPicture(marks)
            ? new Offsets(
                lastPicture + 1 - FrameMarks.picture(marks), lastBase + 1 - FrameMarks.base(marks))
            : Offsets.NONE;
  }

  /**
   * Notes a packet that was sent, so that the next source can continue after it.
   *
   * @param offset what was added to its picture's number
   */
  void sent(long marks, int offset) {
    if (!FrameMarks.hasPicture(marks)) {
      return;
    }
    int picture = FrameMarks.picture(marks) + offset;
    int base = FrameMarks.base(marks) + offsets.base();
    if (!started || FrameMarks.isLater(marks, picture, lastPicture)) {
      started = true;
      lastPicture = picture;
      lastBase = FrameMarks.hasBase(marks) ? base : lastBase;
    }
  }
}
