package plenum.signal.site;

import java.util.Locale;

/** What administrators' pages look at. */
enum SitePart {
  /** Who is online. */
  PEOPLE,
  /** Rooms, calls, and who is in them. */
  MEETINGS,
  /** Streams on air. */
  STREAMS,
  /** How good streams are. */
  QUALITY;

  /** As messages name it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
