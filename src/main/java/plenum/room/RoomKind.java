package plenum.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a room is for. */
public enum RoomKind {
  /** Everybody shows a camera. */
  GROUP,
  /** One member shows a screen to the others. */
  DESKTOP,
  /** Two persons talk; nobody else knows of it. */
  CALL;

  /** The name in messages, and the app of the streams of a room that began as such. */
  public String app() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether everybody may know of such rooms, and join them. */
  public boolean isListed() {
    return this != CALL;
  }

  /** The kind of this name, if people can make such rooms. */
  public static Optional<RoomKind> listed(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.isListed() && kind.app().equals(name))
        .findFirst();
  }
}
