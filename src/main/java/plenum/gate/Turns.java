package plenum.gate;

import java.time.Duration;
import java.util.Optional;
import plenum.settings.Network;
import plenum.time.Timers;

/**
 * Serves requests whose client did not wait for the answer before (pipelining, RFC 9112, 9.3.2) one
 * after the other, with a pause between two, and addresses in turn. No browser does that, and what
 * such clients leave unread lies in the system's buffers, where nobody sees it: without turns a few
 * hundred of them would have all threads busy with pages that nobody reads. Thread-safe.
 */
final class Turns {

  /** A request that waits for its turn. */
  interface Held {

    /** Whether somebody still waits for the answer. */
    boolean isWanted();

    /** Lets it go on, or end where nobody wants it; returns at once. */
    void release();
  }

  private final Duration pause;
  private final Timers timers;
  private final Rotation<Network, Held> lines = new Rotation<>();
  private boolean pausing;

  Turns(Duration pause, Timers timers) {
    this.pause = pause;
    this.timers = timers;
  }

  /** One more; it goes on at once when nobody else did a moment ago. */
  void enter(Network address, Held request) {
    if (waits(address, request)) {
      return;
    }
    serve(request);
  }

  private synchronized boolean waits(Network address, Held request) {
    if (pausing) {
      lines.add(address, request);
      return true;
    }
    pausing = true;
    return false;
  }

  private void serve(Held request) {
    timers.after(pause, this::next);
    request.release();
  }

  private void next() {
    Optional<Held> first = first();
    while (first.isPresent() && !first.get().isWanted()) {
      first.get().release();
      first = first();
    }
    first.ifPresent(this::serve);
  }

  private synchronized Optional<Held> first() {
    Optional<Held> oldest = lines.next();
    pausing = oldest.isPresent();
    return oldest;
  }
}
