package plenum.engine.forward;

/** Over which time the bitrate of an encoding is averaged. */
public enum Averaged {

  /** Two seconds: what it takes of a link now. */
  SOON,

  /** The same, where a key frame counts as if it came over some seconds. */
  WITH_KEY_FRAMES_SPREAD,

  /** Several seconds, so that no frame is a reason for anything, however large it is. */
  LONG
}
