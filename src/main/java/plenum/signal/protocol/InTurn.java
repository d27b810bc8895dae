package plenum.signal.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Has the messages of one connection done in the order in which they came: at once, or, from one
 * that is slow on until nothing waits any more, beside the thread that brought them. They come from
 * one thread at a time.
 */
final class InTurn {

  /** Messages that wait behind one that is slow. */
  static final int MOST = 50;

  private final Executor beside;
  private final Predicate<ClientMessage> slow;
  private final Consumer<ClientMessage> does;
  private final Consumer<ClientMessage> refuse;
  private final Deque<ClientMessage> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * @param beside where slow ones are done; rejects what is too much
   * @param does does one, and throws nothing
   * @param refuse is told of one that is too much
   */
  InTurn(
      Executor beside,
      Predicate<ClientMessage> slow,
      Consumer<ClientMessage> does,
      Consumer<ClientMessage> refuse) {
    this.beside = beside;
    this.slow = slow;
    this.does = does;
    this.refuse = refuse;
  }

  /** A message came. */
  void take(ClientMessage message) {
    boolean full;
    synchronized (this) {
      if (!busy && !slow.test(message)) {
        full = false;
      } else if (!busy) {
        busy = true;
        begin(message);
        return;
      } else if (waiting.size() < MOST) {
        waiting.add(message);
        return;
      } else {
        full = true;
      }
    }
    (full ? refuse : does).accept(message);
  }

  /** Hands a slow one over; what cannot be served is refused, and the next has its turn. */
  private void begin(ClientMessage message) {
    try {
      beside.execute(() -> does(message));
    } catch (RejectedExecutionException full) {
      refuse.accept(message);
      next();
    }
  }

  private void does(ClientMessage message) {
    try {
      does.accept(message);
    } finally {
      next();
    }
  }

  /** One slow message at a time: those of other connections have their turn between two. */
  private void next() {
    for (ClientMessage next = poll(); next != null; next = poll()) {
      if (slow.test(next)) {
        begin(next);
        return;
      }
      does.accept(next);
    }
  }

  private synchronized ClientMessage poll() {
    ClientMessage next = waiting.poll();
    busy = next != null;
    return next;
  }
}
