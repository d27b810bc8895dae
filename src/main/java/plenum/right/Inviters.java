package plenum.right;

/** Who may invite outsiders into a room by guest links, besides administrators. */
public enum Inviters {
  /** Its owner. */
  OWNER,
  MODERATORS
}
