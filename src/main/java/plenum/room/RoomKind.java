package plenum.room;

/** What a room is for. */
public enum RoomKind {
  /** Everybody shows a camera. */
  GROUP;

  /** The name in messages, and the app of the room's streams. */
  public String app() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
