package plenum.media.viewing;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import plenum.media.StreamId;
import plenum.media.stream.Viewer;

/** One viewer of one stream: an FLV connection, or all requests of one HLS player. */
final class Viewing implements Viewer {

  /** A player fetches a play list and a segment or two at a time. */
  static final int MOST_AT_ONCE = 6;

  private final String id;
  private final String personId;
  private final StreamId stream;
  private final URI base;
  private final Consumer<Viewing> left;
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();
  private volatile String context = "";
  private volatile long lastHeard = System.nanoTime();
  private volatile boolean over;

  /**
   * @param id a secret: it is the right to fetch what HLS needs
   * @param base the node's, where the stream is
   * @param left told when it is over, perhaps more than once
   */
  Viewing(String id, String personId, StreamId stream, URI base, Consumer<Viewing> left) {
    this.id = id;
    this.personId = personId;
    this.stream = stream;
    this.base = base;
    this.left = left;
  }

  String id() {
    return id;
  }

  @Override
  public String personId() {
    return personId;
  }

  @Override
  public StreamId stream() {
    return stream;
  }

  URI base() {
    return base;
  }

  /** SRS's own id of the HLS session; empty for FLV. */
  String context() {
    return context;
  }

  void context(String known) {
    context = known;
  }

  /** The viewer asked for something. */
  void heard() {
    lastHeard = System.nanoTime();
  }

  boolean isBusy() {
    return passages.size() >= MOST_AT_ONCE;
  }

  /** A passage for this viewer, which ends with it. */
  Passage passage(Outlet outlet, Runnable afterwards) {
    Passage[] made = new Passage[1];
    made[0] =
        new Passage(
            outlet,
            () -> {
              passages.remove(made[0]);
              heard();
              afterwards.run();
            });
    passages.add(made[0]);
    if (over) {
      made[0].end();
    }
    return made[0];
  }

  @Override
  public void end() {
    over = true;
    passages.forEach(Passage::end);
    left.accept(this);
  }

  boolean isOver() {
    return over;
  }

  /** Ends what the client takes nothing of, and itself when nobody asks any more. */
  void sweep(Duration stall, Duration silence) {
    passages.stream().filter(passage -> passage.isStalledFor(stall)).forEach(Passage::end);
    if (passages.isEmpty() && System.nanoTime() - lastHeard >= silence.toNanos()) {
      end();
    }
  }
}
