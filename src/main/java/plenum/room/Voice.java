package plenum.room;

/**
 * Whether somebody speaks: what the page says, and what others were told of it; guarded by the
 * registry's lock.
 */
final class Voice {

  private boolean says;
  private boolean told;
  private boolean resting;

  boolean isSpeaking() {
    return told;
  }

  /**
   * The page says so.
   *
   * @return whether others are to be told now; a rest begins then
   */
  boolean says(boolean speaking) {
    says = speaking;
    return settle();
  }

  /**
   * The rest after what was told is over.
   *
   * @return whether others are to be told what the page said meanwhile; another rest begins then
   */
  boolean rested() {
    resting = false;
    return settle();
  }

  /**
   * Nobody hears it any more.
   *
   * @return whether others are to be told
   */
  boolean silence() {
    boolean news = told;
    says = false;
    told = false;
    return news;
  }

  private boolean settle() {
    if (resting || says == told) {
      return false;
    }
    told = says;
    resting = true;
    return true;
  }
}
