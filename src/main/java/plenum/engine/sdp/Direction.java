package plenum.engine.sdp;

import java.util.Locale;
import java.util.Optional;

/** Who sends media, seen from the one who wrote the description (RFC 8866 section 6.7). */
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /** The attribute's name in SDP. */
  String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Direction> of(String attribute) {
    for (Direction direction : values()) {
      if (direction.attribute().equals(attribute)) {
        return Optional.of(direction);
      }
    }
    return Optional.empty();
  }
}
