package plenum.media.viewing;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import plenum.http.Reply;

/**
 * Bytes on their way from a node to one client. The next ones are taken from the node when all
 * others are with the client: what waits here is what the node's connection delivers at once, some
 * 16 KiB. No thread waits, and no lock is held while the container or the node is called.
 */
final class Passage implements Flow.Subscriber<List<ByteBuffer>> {

  private static final System.Logger LOG = System.getLogger(Passage.class.getName());
  private static final long NOT_STALLED = 0;

  private final Outlet outlet;
  private final Runnable afterwards;
  private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger rounds = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Flow.Subscription source;
  private volatile boolean complete;
  private volatile boolean asked;
  private volatile long stalledSince = NOT_STALLED;

  /**
   * @param afterwards run once, when nothing passes any more
   */
  Passage(Outlet outlet, Runnable afterwards) {
    this.outlet = outlet;
    this.afterwards = afterwards;
  }

  /** Sends a whole answer. */
  static void send(Outlet outlet, Reply reply) {
    Passage passage = new Passage(outlet, () -> {});
    passage.waiting.add(reply.body().getBytes(StandardCharsets.UTF_8));
    passage.complete = true;
    outlet.begin(reply.status(), reply.headers(), passage::pump, passage::end);
    passage.pump();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    if (over.get()) {
      subscription.cancel();
    } else {
      pump();
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    for (ByteBuffer part : bytes) {
      byte[] copy = new byte[part.remaining()];
      part.get(copy);
      waiting.add(copy);
    }
    asked = false;
    pump();
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(Level.DEBUG, "The node broke off", failure);
    end();
  }

  @Override
  public void onComplete() {
    complete = true;
    pump();
  }

  /** Passes on what can be; while another thread does, it is left to that one. */
  void pump() {
    if (rounds.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      try {
        passOn();
      } catch (IOException | RuntimeException gone) {
        LOG.log(Level.DEBUG, "The client broke off", gone);
        end();
      }
      seen = rounds.addAndGet(-seen);
    } while (seen != 0);
  }

  private void passOn() throws IOException {
    while (!over.get() && !waiting.isEmpty()) {
      if (!outlet.isReady()) {
        stalled();
        return;
      }
      stalledSince = NOT_STALLED;
      outlet.write(waiting.remove());
    }
    if (over.get()) {
      return;
    }
    if (!outlet.isReady()) { // Something may be left in the container.
      stalled();
      return;
    }
    outlet.flush();
    stalledSince = NOT_STALLED;
    if (complete) {
      end();
    } else if (source != null && !asked) {
      asked = true;
      source.request(1);
    }
  }

  private void stalled() {
    if (stalledSince == NOT_STALLED) {
      long now = System.nanoTime();
      stalledSince = now == NOT_STALLED ? 1 : now;
    }
  }

  /** Whether the client has taken nothing of what waits for it for so long, or longer. */
  boolean isStalledFor(Duration time) {
    long since = stalledSince;
    return since != NOT_STALLED && System.nanoTime() - since >= time.toNanos();
  }

  /** Nothing passes any more, and the answer is at its end. */
  void end() {
    if (stop()) {
      outlet.end();
      afterwards.run();
    }
  }

  /** Nothing passes any more; somebody else answers. */
  void abandon() {
    if (stop()) {
      afterwards.run();
    }
  }

  private boolean stop() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    Flow.Subscription last = source;
    if (last != null) {
      last.cancel();
    }
    waiting.clear();
    return true;
  }
}
