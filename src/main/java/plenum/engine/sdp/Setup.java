package plenum.engine.sdp;

import java.util.Locale;
import java.util.Optional;

/** Who begins the DTLS handshake (RFC 8842 section 5.3). */
public enum Setup {
  ACTPASS,
  ACTIVE,
  PASSIVE,
  HOLDCONN;

  String attribute() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Setup> of(String value) {
    for (Setup setup : values()) {
      if (setup.attribute().equalsIgnoreCase(value)) {
        return Optional.of(setup);
      }
    }
    return Optional.empty();
  }
}
