package plenum.signal.wire;

/** A way to send text that the container does not encode. */
interface Frames {

  /** Sends one message; calls back once, from any thread, when it is out or failed. */
  void send(String text, Runnable done);
}
