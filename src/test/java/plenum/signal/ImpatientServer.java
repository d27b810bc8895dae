package plenum.signal;

import java.util.Map;
import plenum.testing.PlenumServer;

/** A server that does not wait long, and lets clients send as much as they like. */
final class ImpatientServer {

  private static PlenumServer server;

  private ImpatientServer() {}

  /** The one of this test run; it ends with the JVM. */
  static synchronized PlenumServer shared() {
    if (server == null) {
      server =
          PlenumServer.start(
              Map.of(
                  "plenum.call.ring", "3s",
                  "plenum.signal.reconnect", "2s",
                  "plenum.signal.reload", "1s",
                  "plenum.signal.rate", "100000",
                  "plenum.signal.burst", "100000"));
    }
    return server;
  }
}
