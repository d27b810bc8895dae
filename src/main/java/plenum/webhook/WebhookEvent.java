package plenum.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What other servers can be told. */
public enum WebhookEvent {
  /** There is a new room. */
  ROOM_OPENED,
  /** A room is gone. */
  ROOM_CLOSED,
  /** Somebody took a seat in a room. */
  PERSON_JOINED,
  /** Somebody has no seat in a room any more. */
  PERSON_LEFT,
  /** A call is over, answered or not. */
  CALL_ENDED,
  /** It has been bad for somebody for a while. */
  QUALITY_BAD;

  /** As messages name it, such as {@code room.opened}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The event of that name; empty for one that only another Plenum knows. */
  public static Optional<WebhookEvent> of(String word) {
    return Stream.of(values()).filter(event -> event.word().equals(word)).findFirst();
  }
}
