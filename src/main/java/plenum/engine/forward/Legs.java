package plenum.engine.forward;

/** The last two stretches of a player's track, by the numbers that the player knows. */
final class Legs {

  /** Null while nothing is sent. */
  private Leg now;

  private Leg before;

  /** The present one; null while nothing is sent. */
  Leg now() {
    return now;
  }

  /** The one before it, null if there is none. */
  Leg before() {
    return before;
  }

  /** Another source is sent, of which nothing has been yet. */
  void begin(Leg next) {
    before = now != null && now.sent() ? now : before;
    now = next;
  }

  /** The present source goes on with other numbers. */
  void follow(Timeline.Mapping mapping, PictureNumbers.Offsets pictures) {
    before = now.sent() ? now : before;
    now = now.with(mapping, pictures);
  }

  void forget() {
    now = null;
    before = null;
  }

  /**
   * The stretch that a packet is of.
   *
   * @param playerSequence extended
   * @return null if nothing was sent
   */
  Leg of(long playerSequence) {
    if (now == null || !now.sent()) {
      return null;
    }
    return now.covers(playerSequence) || before == null ? now : before;
  }
}
