package plenum.signal;

import java.util.Locale;
import plenum.media.MediaRefusal;

/** The protocol's error codes. */
final class ErrorCodes {

  private ErrorCodes() {}

  /** Of media, pages tell apart only what they can explain better than by its sentence. */
  static String of(MediaRefusal refusal) {
    return switch (refusal.reason()) {
      case NEEDS_SRS, TOO_MANY_VIEWERS -> of(refusal.reason());
      default -> "media-unavailable";
    };
  }

  /** A reason's name as the protocol writes it: {@code ROOM_FULL} is {@code room-full}. */
  static String of(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
