package plenum.chat;

/** How a message came to be. */
public enum MessageKind {
  /** Written, and then sent. */
  TEXT,
  /** A line that others saw being written, letter by letter. */
  REAL_TIME
}
