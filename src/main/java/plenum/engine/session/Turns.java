package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who waits for room within a budget: the viewers of one loop take turns, so that each has as many
 * packets as the others. Lives in the media loop's thread.
 */
final class Turns {

  /** Who is late by less is not woken for it. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Alarm alarm;
  private List<Departures> waiting = new ArrayList<>();
  private List<Departures> others = new ArrayList<>();
  private boolean going;

  Turns(Alarm.Timer timer) {
    this.alarm = new Alarm(timer, this::go);
  }

  /** One more waits, for so long at least. */
  void add(Departures one, long waitNanos, long nowNanos) {
    waiting.add(one);
    if (!going) {
      alarm.at(nowNanos + Math.max(SOON_NANOS, waitNanos), nowNanos);
    }
  }

  /** One waits no more. */
  void remove(Departures one) {
    waiting.remove(one);
  }

  /** Whoever has had something goes behind who has not. */
  private void go(long nowNanos) {
    going = true;
    List<Departures> now = waiting;
    waiting = others;
    others = now;
    int served = 0;
    for (Departures one : now) {
      if (one.turn(nowNanos) && one.waits()) {
        now.set(served++, one);
      } else if (one.waits()) {
        waiting.add(one);
      }
    }
    waiting.addAll(now.subList(0, served));
    now.clear();
    going = false;
    if (!waiting.isEmpty()) {
      alarm.at(nowNanos + Math.max(SOON_NANOS, leastWait(nowNanos)), nowNanos);
    }
  }

  /** They may wait for different budgets. */
  private long leastWait(long nowNanos) {
    long least = Long.MAX_VALUE;
    for (Departures one : waiting) {
      least = Math.min(least, one.waitNanos(nowNanos));
    }
    return least;
  }
}
