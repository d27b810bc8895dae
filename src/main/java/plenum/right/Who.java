package plenum.right;

/** Who of a room may do something. */
public enum Who {
  EVERYBODY,
  /** Its moderators, and administrators. */
  MODERATORS
}
