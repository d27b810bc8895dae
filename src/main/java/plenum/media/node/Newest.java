package plenum.media.node;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import plenum.media.StreamId;

/** What was reported last of each receiver, until a worker has told it. Thread-safe. */
final class Newest<T> {

  private final Map<StreamId, T> waiting = new HashMap<>();
  private final Object telling = new Object();
  private final Executor worker;
  private final BiConsumer<StreamId, T> teller;

  Newest(Executor worker, BiConsumer<StreamId, T> teller) {
    this.worker = worker;
    this.teller = teller;
  }

  void report(StreamId receiver, T what) {
    boolean news;
    synchronized (waiting) {
      news = waiting.put(receiver, what) == null;
    }
    if (news) {
      worker.execute(() -> tell(receiver));
    }
  }

  /** Whichever thread tells last tells what was reported last. */
  private void tell(StreamId receiver) {
    synchronized (telling) {
      T what;
      synchronized (waiting) {
        what = waiting.remove(receiver);
      }
      if (what != null) {
        teller.accept(receiver, what);
      }
    }
  }
}
