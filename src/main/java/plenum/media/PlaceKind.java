package plenum.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a room or a call is for; the one list of what Plenum uses a media node for. */
public enum PlaceKind {
  /** Everybody shows a camera. */
  GROUP,
  /** One member shows a screen to the others. */
  DESKTOP,
  /** Two persons talk; nobody else knows of it. */
  CALL;

  /** The name in messages, and the app of the streams of a place that began as such. */
  public String app() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether everybody may know of such rooms, and join them. */
  public boolean isListed() {
    return this != CALL;
  }

  /** The kind of this name, if people can make such rooms. */
  public static Optional<PlaceKind> listed(String name) {
    return ofApp(name).filter(PlaceKind::isListed);
  }

  /** The kind of the places whose streams are of this app; other apps are none of Plenum's. */
  public static Optional<PlaceKind> ofApp(String app) {
    return Arrays.stream(values()).filter(kind -> kind.app().equals(app)).findFirst();
  }
}
