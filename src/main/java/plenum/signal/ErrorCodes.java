package plenum.signal;

import java.util.Locale;

/** The protocol's error codes. */
final class ErrorCodes {

  private ErrorCodes() {}

  /** A reason's name as the protocol writes it: {@code ROOM_FULL} is {@code room-full}. */
  static String of(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
