package plenum.engine.session;

import plenum.engine.estimate.Rank;

/**
 * The order of the pictures that one receiver wants, by the priorities that its page gives them. No
 * more people speak, or are pinned, than anybody looks at: whoever says so of all would have all of
 * them come before those of others, where a budget is shared.
 */
final class Ranking {

  /** As many as are heard at once. */
  static final int MOST_SPEAKERS = 5;

  /** The priority of a shared screen; what is above 0 and below it is who speaks, or is pinned. */
  private static final int SCREEN = 3;

  private int speakers;

  /** Of the next picture. */
  Rank of(int priority) {
    if (priority >= SCREEN) {
      return Rank.SCREEN;
    }
    return priority > 0 && ++speakers <= MOST_SPEAKERS ? Rank.SPEAKER : Rank.OTHER;
  }
}
