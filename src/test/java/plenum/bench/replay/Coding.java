package plenum.bench.replay;

/** How a track is coded. */
enum Coding {
  VP8("VP8", 90_000),
  H264("H264", 90_000),
  OPUS("opus", 48_000);

  private final String rtpName;
  private final int clockRate;

  Coding(String rtpName, int clockRate) {
    this.rtpName = rtpName;
    this.clockRate = clockRate;
  }

  /** As offers name it. */
  String rtpName() {
    return rtpName;
  }

  /** Ticks a second. */
  int clockRate() {
    return clockRate;
  }

  boolean isPicture() {
    return this != OPUS;
  }

  /** Whether a decoder can begin with this payload. */
  boolean mayBegin(byte[] payload) {
    return switch (this) {
      case VP8 -> Vp8Numbers.beginsKeyFrame(payload);
      case H264 -> beginsH264(payload);
      case OPUS -> true;
    };
  }

  /**
   * Chromium sends parameter sets and the picture's begin as one aggregate (RFC 6184 section
   * 5.7.1), or the sets before it.
   */
  private static boolean beginsH264(byte[] payload) {
    int type = payload[0] & 0x1f;
    return type == 7 || type == 24 && payload.length > 3 && (payload[3] & 0x1f) == 7;
  }
}
