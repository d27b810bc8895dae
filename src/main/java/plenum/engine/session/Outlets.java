package plenum.engine.session;

import java.util.List;
import plenum.engine.estimate.Outlet;

/** What a packet has to pass on its way out, where something limits what is sent. */
final class Outlets {

  /** Nothing limits it. */
  static final Outlets NONE = new Outlets(List.of());

  private final Outlet[] all;

  Outlets(List<Outlet> all) {
    this.all = all.toArray(Outlet[]::new);
  }

  /** Whether there is nothing to pass. */
  boolean none() {
    return all.length == 0;
  }

  /** Nanoseconds until so many bytes may leave by all of them, 0 for now. */
  long wait(int bytes, Outlet.Use use, long nowNanos) {
    long longest = 0;
    for (Outlet one : all) {
      longest = Math.max(longest, one.wait(bytes, use, nowNanos));
    }
    return longest;
  }

  /** So many bytes leave. */
  void sent(int bytes, long nowNanos) {
    for (Outlet one : all) {
      one.sent(bytes, nowNanos);
    }
  }

  /** One more waits for them, or one less. */
  void waiting(int more) {
    for (Outlet one : all) {
      one.waiting(more);
    }
  }

  /** Whether somebody waits for one of them. */
  boolean awaited() {
    for (Outlet one : all) {
      if (one.awaited()) {
        return true;
      }
    }
    return false;
  }
}
