package plenum.right;

/** Who may come into a room. */
public enum Access {
  OPEN,
  /** Whom its list names, by person or by group. */
  MEMBERS,
  /** Who knows its password. */
  PASSWORD
}
