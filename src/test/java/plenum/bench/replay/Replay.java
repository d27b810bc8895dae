package plenum.bench.replay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import plenum.engine.session.PeerLoop;

/** Any number of people who publish recordings, on two threads: one sends and one receives. */
public final class Replay implements AutoCloseable {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final PeerLoop peers = new PeerLoop();
  private final List<ReplayingPublisher> publishers = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "replay");
  private volatile boolean closed;

  public Replay() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * One person more, with an open microphone.
   *
   * @param camera whether there is a picture, too
   * @param layers whether it is offered in several sizes; else in the largest alone
   */
  public Sender sender(Recording recording, boolean camera, boolean layers) {
    return new Sender(peers.peer(), recording, camera, layers, publishers::add);
  }

  private void run() {
    while (!closed) {
      long end = System.nanoTime() + TICK_NANOS;
      publishers.forEach(ReplayingPublisher::send);
      for (long pause = end - System.nanoTime(); pause > 0; pause = end - System.nanoTime()) {
        LockSupport.parkNanos(pause);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    peers.close();
  }
}
