package plenum.quality;

/** Which way a stream goes, seen from the page that measured it. */
public enum Direction {
  /** The page publishes it. */
  SENT,
  /** The page plays it. */
  RECEIVED
}
