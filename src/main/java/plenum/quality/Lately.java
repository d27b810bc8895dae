package plenum.quality;

/**
 * Whether something has been bad for a while. Reports at the border of what is bad change from one
 * to the next; this does not.
 *
 * @param bad as it counts
 * @param against how many reports in a row said otherwise since
 */
public record Lately(boolean bad, int against) {

  /** So many reports in a row make it bad. */
  static final int BAD_AFTER = 2;

  /** So many make it good again: half a minute, where pages report each five seconds. */
  static final int GOOD_AFTER = 6;

  /** Before the first report. */
  static final Lately GOOD = new Lately(false, 0);

  /** After one more report. */
  Lately then(boolean nowBad) {
    if (nowBad == bad) {
      return new Lately(bad, 0);
    }
    boolean over = against + 1 == (bad ? GOOD_AFTER : BAD_AFTER);
    return over ? new Lately(nowBad, 0) : new Lately(bad, against + 1);
  }
}
