package plenum.engine.estimate;

/** Who comes first when not all pictures are carried; sound comes before all of them. */
public enum Rank {
  /** A shared screen. */
  SCREEN,
  /** Who speaks, or was pinned. */
  SPEAKER,
  /** All others. */
  OTHER
}
