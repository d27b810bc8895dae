package plenum.room;

/**
 * Whether a moderator switched a member's microphone or camera off. The page is told, and says that
 * it did so; what it said before it knew does not switch it on again. Guarded by the registry's
 * lock.
 */
final class Hold {

  private enum State {
    FREE,
    /** The page does not know yet. */
    ASKED,
    /** The page knows: whoever switches it on now means it. */
    KNOWN
  }

  private State state = State.FREE;

  /**
   * A moderator switches it off.
   *
   * @param off whether it is off anyway
   */
  void begin(boolean off) {
    state = off ? State.KNOWN : State.ASKED;
  }

  /** The page says whether it is off. */
  void told(boolean off) {
    if (off && state == State.ASKED) {
      state = State.KNOWN;
    } else if (!off && state == State.KNOWN) {
      state = State.FREE;
    }
  }

  boolean isOn() {
    return state != State.FREE;
  }
}
