package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Who waits for room within a budget: the viewers of one loop take turns by the packet, so that
 * each has as many bytes as others of its weight, and twice as many as those of half of it
 * (start-time fair queueing). Whoever waits has its part soon, however much the others wait for.
 * Lives in the media loop's thread.
 */
final class FairQueue {

  /** Who is late by less is not woken for it. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /** A viewer. */
  interface Waiter {

    /** How much it has of the room beside others. */
    int weight();

    /** How long it has to wait for a packet of any size, in nanoseconds; 0 if there is room. */
    long waitNanos(long nowNanos);

    /** A packet of it leaves if there is room; it may not wait any more then. Its bytes, or 0. */
    int turn(long nowNanos);
  }

  private static final class Place {
    final Waiter who;

    /** When its next turn begins, by the bytes that one of weight 1 has had. */
    double begins;

    Place(Waiter who, double begins) {
      this.who = who;
      this.begins = begins;
    }
  }

  private final Alarm alarm;
  private final List<Place> waiting = new ArrayList<>();

  /** When the last turn began: whoever comes now has had nothing, and has missed nothing. */
  private double begun;

  private boolean going;

  FairQueue(Alarm.Timer timer) {
    this.alarm = new Alarm(timer, this::go);
  }

  /** One more waits, for so long at least. */
  void add(Waiter one, long waitNanos, long nowNanos) {
    waiting.add(new Place(one, begun));
    if (!going) {
      alarm.at(nowNanos + Math.max(SOON_NANOS, waitNanos), nowNanos);
    }
  }

  /** One waits no more. */
  void remove(Waiter one) {
    waiting.removeIf(place -> place.who == one);
  }

  private void go(long nowNanos) {
    going = true;
    Place next = next(nowNanos);
    while (next != null) {
      begun = next.begins;
      int weight = next.who.weight();
      int bytes = next.who.turn(nowNanos);
      next.begins += (double) bytes / weight;
      next = bytes > 0 ? next(nowNanos) : null;
    }
    going = false;
    if (!waiting.isEmpty()) {
      alarm.at(nowNanos + Math.max(SOON_NANOS, leastWait(nowNanos)), nowNanos);
    }
  }

  /** Whose turn it is, of those whose budgets have room; the weightier first. Null for nobody. */
  private Place next(long nowNanos) {
    Place next = null;
    for (int i = 0; i < waiting.size(); i++) {
      Place one = waiting.get(i);
      if ((next == null || isBefore(one, next)) && one.who.waitNanos(nowNanos) == 0) {
        next = one;
      }
    }
    return next;
  }

  private static boolean isBefore(Place one, Place other) {
    return one.begins < other.begins
        || one.begins == other.begins && one.who.weight() > other.who.weight();
  }

  /** They may wait for different budgets. */
  private long leastWait(long nowNanos) {
    long least = Long.MAX_VALUE;
    for (Place one : waiting) {
      least = Math.min(least, one.who.waitNanos(nowNanos));
    }
    return least;
  }
}
