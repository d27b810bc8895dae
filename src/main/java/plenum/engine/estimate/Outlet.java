package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a {@link Pool} runs out: a bucket that leaks a little more slowly than the budget and holds
 * a moment's worth, so that no second of all has more than the budget. Plans are of averages; this
 * is asked for each packet. Thread-safe and without locks, for several media loops share it.
 *
 * <p>What may wait asks first. What may not (sound, checks, reports) is counted, and what may wait
 * has to the longer.
 */
public final class Outlet {

  /** What waits for room, from who has to wait longest to who waits least. */
  public enum Use {
    /** Of a probe, which nobody needs. */
    PADDING(0.5),

    /** For the first time. */
    PICTURE(0.8),

    /** Sent again: a picture stands still without it. */
    REPAIR(1);

    private final double part;

    Use(double part) {
      this.part = part;
    }
  }

  /**
   * So much may leave at once, and then waits in the line, if that carries no more than the budget:
   * less than what makes a {@link StandingQueue}, for each viewer's estimate would take it for a
   * link of its own that is full.
   */
  private static final double MOMENT_SECONDS = 0.02;

  /** One packet must fit in any case. */
  private static final double LEAST_BITS = 1500 * 8;

  /** Part of the budget that is left for sounds which come at the same moment. */
  private static final double SPARE = 0.03;

  /** What did not wait is made up for later, and not for ever. */
  private static final long MOST_DEBT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long NEVER = Long.MIN_VALUE;

  private final double nanosPerByte;
  private final double momentNanos;

  /** When it is empty if nothing more leaves. */
  private final AtomicLong emptyNanos = new AtomicLong(NEVER);

  private final AtomicInteger waiting = new AtomicInteger();

  /** Of that budget, from which nothing has been taken. */
  public Outlet(Pool pool) {
    double steady = steady(pool);
    this.nanosPerByte = 8e9 / steady;
    this.momentNanos = moment(pool) * 1e9 / steady;
  }

  /** Bits a second that leave in the long run: with a moment's worth at once it is the budget. */
  static double steady(Pool pool) {
    return Math.max(pool.bitrate() / 2.0, (1 - SPARE) * pool.bitrate() - moment(pool));
  }

  private static double moment(Pool pool) {
    return Math.max(LEAST_BITS, MOMENT_SECONDS * pool.bitrate());
  }

  /** Nanoseconds from now until so many bytes may leave, 0 for now. */
  public long wait(int bytes, Use use, long nowNanos) {
    long full = full(nowNanos);
    double over = full + bytes * nanosPerByte - use.part * momentNanos;
    return (long) Math.ceil(Math.max(0, Math.min(full, over)));
  }

  private long full(long nowNanos) {
    long empty = emptyNanos.get();
    return empty == NEVER ? 0 : Math.max(0, empty - nowNanos);
  }

  /** So many bytes leave. */
  public void sent(int bytes, long nowNanos) {
    long cost = (long) (bytes * nanosPerByte);
    long before = emptyNanos.get();
    while (!emptyNanos.compareAndSet(before, after(before, cost, nowNanos))) {
      before = emptyNanos.get();
    }
  }

  private static long after(long before, long cost, long nowNanos) {
    long from = before == NEVER || before - nowNanos < 0 ? nowNanos : before;
    return from - nowNanos > MOST_DEBT_NANOS ? from : from + cost;
  }

  /** One more waits for it, or one less: who comes now does not go before them. */
  public void waiting(int more) {
    waiting.addAndGet(more);
  }

  /** Whether somebody waits for it. */
  public boolean awaited() {
    return waiting.get() > 0;
  }
}
