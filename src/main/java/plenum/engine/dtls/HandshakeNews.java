package plenum.engine.dtls;

import java.time.Duration;

/** Hears how handshakes end, on their threads; returns at once. */
public interface HandshakeNews {

  /** Nobody hears of them. */
  HandshakeNews NONE =
      new HandshakeNews() {
        @Override
        public void complete(Duration took) {}

        @Override
        public void failed() {}
      };

  /**
   * One is complete.
   *
   * @param took since it was begun, when the peer's first message came or was asked for
   */
  void complete(Duration took);

  /** There will be no connection. */
  void failed();
}
