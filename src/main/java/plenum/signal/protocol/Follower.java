package plenum.signal.protocol;

/** Somebody who watches a topic; what comes is to be dropped when it is not followed any more. */
interface Follower {

  /** What changed. */
  void deliver(Topic<?> topic, String text);

  /**
   * The snapshot.
   *
   * @param head with which it was asked for
   */
  void answer(Topic<?> topic, ServerMessage head, String text);
}
