package plenum.engine.forward;

/** What a track carries. A source has at most one track of each kind, and so has a player. */
public enum Kind {
  AUDIO,
  VIDEO
}
