package plenum.webhook;

import java.net.URI;
import java.util.Map;

/** Brings a message to its receiver. Waits, but not for ever. */
@FunctionalInterface
interface Sender {

  /** What came back, whatever it is; never throws. */
  Answer send(URI address, Map<String, String> headers, String body);
}
