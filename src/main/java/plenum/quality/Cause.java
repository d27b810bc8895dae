package plenum.quality;

/** Why something is bad, probably. */
public enum Cause {
  /** What the person sends does not arrive well at the media node. */
  UPLINK,
  /** What the media node sends does not arrive well at the person. */
  DOWNLINK,
  /** The person's computer or camera is too slow. */
  DEVICE,
  /** Everybody has trouble: the media node, or the network before it. */
  SERVER
}
