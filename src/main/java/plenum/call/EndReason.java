package plenum.call;

/** Why a call is over, where its state does not say. */
public enum EndReason {
  /** One side went on purpose. */
  LEFT,
  /** One side's connection broke and did not come back, or never took its seat. */
  LOST,
  /** The one who was called went offline before an answer. */
  OFFLINE,
  /** The call became a group room. */
  GROUP
}
