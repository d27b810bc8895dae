package plenum.engine.net;

import java.util.concurrent.atomic.AtomicLong;

/** Written by the loop's thread, read by any. */
final class Counters {

  final AtomicLong received = new AtomicLong();
  final AtomicLong sent = new AtomicLong();
  final AtomicLong dropped = new AtomicLong();
  final AtomicLong handedOver = new AtomicLong();
  final AtomicLong unread = new AtomicLong();

  /** Adds without the price of an atomic addition: there is one writer. */
  static void add(AtomicLong counter, long number) {
    counter.lazySet(counter.getPlain() + number);
  }
}
