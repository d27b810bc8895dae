package plenum.call;

/** Where a call stands; everything but the first two is its end. */
public enum CallState {
  /** The other side has not answered yet. */
  RINGING,
  /** Both talk, or are about to. */
  ACCEPTED,
  /** Was answered, and is over. */
  ENDED,
  /** The one who was called did not want to talk. */
  REJECTED,
  /** The caller gave up before an answer. */
  CANCELLED,
  /** Nobody answered. */
  MISSED
}
