package plenum.bench.replay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;

/**
 * Any number of people who publish recordings and receive others', on two threads: one sends and
 * one receives.
 */
public final class Replay implements AutoCloseable {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final PeerLoop peers = new PeerLoop();
  private final List<ReplayingPublisher> publishers = new CopyOnWriteArrayList<>();
  private final List<Spectator> spectators = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "replay");
  private volatile boolean silent;
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

  /** A connection more that receives one stream. */
  public Spectator player(Recording recording) {
    return spectator(TestOffer.player(Coding.OPUS.rtpName(), recording.coding().rtpName()));
  }

  /** A connection more that receives so many pictures, in the first slots, and sounds. */
  public Spectator receiver(int pictures, int sounds) {
    return spectator(TestOffer.receiver(pictures, sounds));
  }

  private Spectator spectator(TestOffer offer) {
    return new Spectator(peers.peer(), offer, spectators::add);
  }

  /** Whether nobody sends anything for now; who receives goes on telling what came. */
  public void silence(boolean now) {
    silent = now;
  }

  /** Bytes of all that came to all of them so far, with the headers of IP and UDP. */
  public long bytes() {
    return peers.bytes();
  }

  private void run() {
    while (!closed) {
      long end = System.nanoTime() + TICK_NANOS;
      if (!silent) {
        publishers.forEach(ReplayingPublisher::send);
      }
      spectators.forEach(Spectator::tell);
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
