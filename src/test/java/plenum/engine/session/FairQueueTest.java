package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import plenum.engine.estimate.Outlet;
import plenum.engine.estimate.Pool;

class FairQueueTest {

  private static final long MILLI = 1_000_000;

  private record Timer(long nanos, LongConsumer task) {}

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>((a, b) -> Long.compare(a.nanos(), b.nanos()));
  private final FairQueue queue =
      new FairQueue((delay, task) -> timers.add(new Timer(now() + delay.toNanos(), task)));
  private final Outlet outlet = new Outlet(new Pool("site", 3_000_000));
  private long millis;

  /** Always has one more packet. */
  private final class Endless implements FairQueue.Waiter {
    final int size;
    final int weight;
    final Outlet outlet;
    long sent;
    long last;
    long longest;

    Endless(int size, int weight, Outlet outlet) {
      this.size = size;
      this.weight = weight;
      this.outlet = outlet;
      queue.add(this, 0, now());
    }

    Endless(int size, int weight) {
      this(size, weight, FairQueueTest.this.outlet);
    }

    @Override
    public int weight() {
      return weight;
    }

    @Override
    public long waitNanos(long nowNanos) {
      return outlet.wait(1500, Outlet.Use.PICTURE, nowNanos);
    }

    @Override
    public int turn(long nowNanos) {
      outlet.sent(size, nowNanos);
      sent += size;
      longest = Math.max(longest, nowNanos - last);
      last = nowNanos;
      return size;
    }
  }

  private long now() {
    return millis * MILLI;
  }

  private void run(int seconds) {
    for (long end = millis + seconds * 1000L; millis < end; millis++) {
      while (!timers.isEmpty() && timers.peek().nanos() <= now()) {
        timers.remove().task().accept(now());
      }
    }
  }

  private static void assertRatio(double expected, Endless one, Endless other) {
    double ratio = (double) one.sent / other.sent;
    assertEquals(expected, ratio, 0.05 * expected, one.sent + " to " + other.sent);
  }

  @Test
  void haveAsManyBytesAsOneAnotherWhateverTheirPacketsAre() {
    Endless large = new Endless(1200, 1);
    Endless small = new Endless(150, 1);
    run(10);
    assertRatio(1, large, small);
    assertTrue(large.sent + small.sent > 0.9 * 10 * 3e6 / 8, "nothing is left over");
  }

  @Test
  void haveMoreByTheirWeightAndNobodyStarves() {
    Endless screen = new Endless(1200, 4);
    Endless speaker = new Endless(1200, 2);
    Endless other = new Endless(1200, 1);
    run(10);
    assertRatio(2, screen, speaker);
    assertRatio(2, speaker, other);
    assertTrue(other.longest <= 50 * MILLI, other.longest / MILLI + " ms");
  }

  @Test
  void whoComesLateHasNothingToMakeUpFor() {
    Endless first = new Endless(1200, 1);
    run(10);
    long before = first.sent;
    Endless second = new Endless(1200, 1);
    run(1);
    assertEquals(1, (double) second.sent / (first.sent - before), 0.1);
  }

  @Test
  void whoseOwnBudgetIsFullHoldsNobodyUp() {
    Endless narrow = new Endless(1200, 4, new Outlet(new Pool("line", 100_000)));
    Endless wide = new Endless(1200, 1);
    run(10);
    assertTrue(narrow.sent < 130_000, narrow.sent + " bytes");
    assertTrue(wide.sent > 0.9 * 10 * 3e6 / 8, wide.sent + " bytes");
  }
}
