package plenum.engine.sdp;

/** How H.264 is cut into packets (RFC 6184 section 5.4). */
enum H264Mode {
  SINGLE_NAL_UNIT,
  NON_INTERLEAVED,
  INTERLEAVED;

  /** The mode in these format parameters; without one it is the first (RFC 6184 section 8.1). */
  static H264Mode of(String fmtp) {
    return switch (Codec.parameter(fmtp, "packetization-mode", "0")) {
      case "0" -> SINGLE_NAL_UNIT;
      case "1" -> NON_INTERLEAVED;
      default -> INTERLEAVED;
    };
  }

  /** Whether somebody who reads this mode can read packets of that one. */
  boolean reads(H264Mode packets) {
    return this == packets || this == NON_INTERLEAVED && packets == SINGLE_NAL_UNIT;
  }
}
