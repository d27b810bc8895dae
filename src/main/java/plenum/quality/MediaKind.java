package plenum.quality;

/** What of a stream was measured. */
public enum MediaKind {
  /** Its sound. */
  AUDIO,
  /** Its picture. */
  VIDEO
}
