package plenum.quality;

/** By which way media goes between a page and the media node. */
public enum Way {
  /** Directly, by UDP. */
  UDP,
  /** Directly, by TCP. */
  TCP,
  /** By a TURN server. */
  RELAY
}
