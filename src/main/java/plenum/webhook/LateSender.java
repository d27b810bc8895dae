package plenum.webhook;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** Makes what sends when something is sent first: its threads cost nothing where nobody is told. */
final class LateSender implements Sender {

  private final Supplier<Sender> maker;
  private Sender made;

  LateSender(Supplier<Sender> maker) {
    this.maker = maker;
  }

  private synchronized Sender sender() {
    if (made == null) {
      made = maker.get();
    }
    return made;
  }

  @Override
  public Answer send(URI address, Map<String, String> headers, String body) {
    return sender().send(address, headers, body);
  }
}
