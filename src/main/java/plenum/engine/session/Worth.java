package plenum.engine.session;

/** What a peer's media is worth as a sign of its life. */
enum Worth {
  /** Whoever plays it can be sent it: the peer is alive. */
  PASSED,

  /**
   * It says nothing: a repair of what is not missing, as browsers send them to find out how much
   * passes. A screen on which nothing moves may send nothing else, and so may somebody whose media
   * nobody can be sent.
   */
  NEUTRAL,

  /** Nobody can be sent it, or it is nothing but padding, of which players have nothing. */
  VAIN
}
