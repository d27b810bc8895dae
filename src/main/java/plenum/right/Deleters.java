package plenum.right;

/** Who may delete a room, besides administrators. */
public enum Deleters {
  /** Its owner, or whom the site's settings permit it. */
  OWNER,
  MODERATORS,
  EVERYBODY
}
