package plenum.room;

import java.util.Optional;

/**
 * Whether somebody speaks: what the media node hears or the page says, and what others were told of
 * it; guarded by the registry's lock.
 */
final class Voice {

  private Optional<Boolean> heard = Optional.empty();
  private boolean says;
  private boolean told;
  private boolean resting;

  boolean isSpeaking() {
    return told;
  }

  /** The media node hears it by itself, and so. */
  void heard(boolean speaking) {
    heard = Optional.of(speaking);
  }

  /** The media node hears it no more. */
  void unheard() {
    heard = Optional.empty();
  }

  /** Whether the media node hears it by itself. */
  boolean isHeard() {
    return heard.isPresent();
  }

  /** Whether it hears somebody speak. */
  boolean isHeardSpeaking() {
    return heard.orElse(false);
  }

  /**
   * That is so.
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
