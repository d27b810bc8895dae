package plenum.signal.protocol;

import java.util.List;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;

/** Keeps what is sent, and how it was closed. */
record KeptWire(List<String> sent, List<CloseCode> closed) implements Outbox.Wire {

  @Override
  public void send(String text, Runnable done) {
    sent.add(text);
    done.run();
  }

  @Override
  public void close(CloseCode code) {
    closed.add(code);
  }
}
