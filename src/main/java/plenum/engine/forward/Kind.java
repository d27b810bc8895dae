package plenum.engine.forward;

/** What a track carries. */
public enum Kind {
  AUDIO,
  VIDEO
}
