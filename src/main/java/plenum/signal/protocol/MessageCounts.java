package plenum.signal.protocol;

import java.util.concurrent.atomic.LongAdder;

/** How many messages came and went since the start, on all connections. Thread-safe. */
public final class MessageCounts {

  private final LongAdder received = new LongAdder();
  private final LongAdder sent = new LongAdder();

  /** One more came. */
  public void addReceived() {
    received.increment();
  }

  /** One more was handed to the container. */
  public void addSent() {
    sent.increment();
  }

  public long received() {
    return received.sum();
  }

  public long sent() {
    return sent.sum();
  }
}
