package plenum.signal.protocol;

/** Somebody who watches a topic. */
interface Follower {

  /** A message of a topic; to be dropped when the topic is not followed any more. */
  void deliver(Topic<?> topic, String text);
}
