package plenum.room;

import java.util.Locale;

/** Why an observation is over; in lower case and with hyphens, as messages name it. */
public enum ObservationEnd {
  /** The observer ended it. */
  CLOSED,
  /** The observer's page is gone. */
  PAGE_CLOSED,
  /** The same page observes something else. */
  ANOTHER,
  /** The observer may not any more. */
  NO_RIGHT,
  ROOM_CLOSED,
  STREAM_ENDED;

  /** As messages and the audit trail name it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
