package plenum.engine.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plenum.engine.rtcp.ReportBlock;

/**
 * What the way to a player carries that tells no times of arrival, but how much it lost (RFC 3550
 * section 6.4.1), and what it believes itself ({@link #estimate}): less with many losses; without
 * them more is tried, the more slowly the oftener that failed. Until many are lost nothing is held
 * back.
 */
public final class ReportedLink {

  /** Of a link of which nothing is known, in bit/s. */
  public static final long ENDLESS = Long.MAX_VALUE / 2;

  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** What is reported so soon after less was sent is of the time before: pictures change slowly. */
  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** Who lost nothing for so long is tried sooner again. */
  private static final long CALM_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Part of the rate that is tried more each second. */
  private static final double STEEPEST = 0.08;

  private static final double FLATTEST = 0.01;

  /** No link loses such a part whatever is sent. */
  private static final double FULL = 0.3;

  /** What is not sent is not tried: so many times what is. */
  private static final double MOST = 4;

  /** Nobody receives so many packets between two reports. */
  private static final long MOST_PACKETS = 1 << 16;

  /** Whose player believes in a larger part of its pictures, without their heads, lacks nothing. */
  private static final double ENOUGH = 0.8;

  /** Less is sent than what is told to be carried, so that what waits can leave. */
  private static final double DRAINING = 0.9;

  /** What was sent in less time says little. */
  private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** What is sent again arrives as well, and is not counted. */
  private static final double ARRIVING = 1.15;

  /** An outage is no link that carries nothing. */
  private static final double LEAST_PART = 0.2;

  private final LossLimit loss;
  private final RepairLimit repairs = new RepairLimit();
  private final Set<Integer> sources;
  private final Map<Integer, Long> highest = new HashMap<>();
  private double bitrate = ENDLESS;
  private double growth = STEEPEST;

  /** Whether more was tried since less was sent. */
  private boolean tried;

  private long bytes;
  private long pictureBytes;
  private long sinceNanos;
  private long settledNanos;
  private long changedNanos;
  private int expected;
  private int lost;

  /**
   * @param sources the SSRCs of what is sent over it; others in reports are passed over
   */
  public ReportedLink(Set<Integer> sources, long nowNanos) {
    this.sources = Set.copyOf(sources);
    this.loss = new LossLimit(nowNanos);
    this.sinceNanos = nowNanos;
    this.settledNanos = nowNanos;
    this.changedNanos = nowNanos;
  }

  /** So many bytes leave; of a picture for the first time. */
  public void sent(int size, boolean picture) {
    bytes += size;
    pictureBytes += picture ? size : 0;
  }

  /** The player tells what it lost since its last report. */
  public void report(List<ReportBlock> blocks, long nowNanos) {
    blocks.stream().filter(block -> sources.contains(block.ssrc())).forEach(this::count);
    if (nowNanos < settledNanos) {
      begin(nowNanos);
    } else if (nowNanos - sinceNanos >= WINDOW_NANOS && expected > 0) {
      judge(nowNanos);
      begin(nowNanos);
    }
  }

  /**
   * The player tells what it believes to be carried of its pictures (REMB); some begin with what
   * came in the first seconds. It sees what arrives alone: that it does not believe in more than is
   * sent says nothing, much less than that says that packets wait.
   *
   * @param of the SSRCs of which it tells
   */
  public void estimate(long believed, List<Integer> of, long nowNanos) {
    long passed = nowNanos - sinceNanos;
    boolean early = nowNanos < settledNanos || passed < SHORTEST_NANOS;
    if (early || of.stream().noneMatch(sources::contains)) {
      return;
    }
    double pictures = pictureBytes * 8e9 / passed;
    double sound = bytes * 8e9 / passed - pictures;
    if (believed < ENOUGH * pictures && believed + sound < bitrate) {
      less(DRAINING * believed + sound, nowNanos);
      loss.begin(nowNanos);
      begin(nowNanos);
    }
  }

  /**
   * Whether one more packet may be sent again. Just after less was sent, no more than half of what
   * it carries: some players ask for what is lost again and again, and all of that would fill the
   * link, so that the smaller picture were lost, too.
   */
  public boolean repeats(int size, long nowNanos) {
    return nowNanos >= settledNanos || repairs.take(size, bitrate, nowNanos);
  }

  /** The most that may be sent, in bit/s. */
  public long bitrate() {
    return bitrate < ENDLESS ? (long) bitrate : ENDLESS;
  }

  private void count(ReportBlock block) {
    Long before = highest.put(block.ssrc(), block.highestSequence());
    long packets = before == null ? 0 : block.highestSequence() - before;
    if (packets > 0 && packets < MOST_PACKETS) {
      expected += (int) packets;
      lost += (int) Math.round(packets * block.fractionLost() / 256.0);
    }
  }

  private void judge(long nowNanos) {
    double seconds = (nowNanos - sinceNanos) / 1e9;
    double sent = bytes * 8 / seconds;
    double next = limited(sent, nowNanos);
    if (next < bitrate) {
      less(next, nowNanos);
      return;
    }
    if (!loss.noticed() && bitrate < ENDLESS) {
      tried = true;
      next = Math.max(next, Math.min(next * (1 + growth * seconds), MOST * sent));
      if (nowNanos - changedNanos > CALM_NANOS) {
        growth = Math.min(STEEPEST, 2 * growth);
        changedNanos = nowNanos;
      }
    }
    bitrate = Math.min(ENDLESS, next);
  }

  private void less(double next, long nowNanos) {
    growth = tried ? Math.max(FLATTEST, growth / 2) : growth;
    tried = false;
    settledNanos = nowNanos + SETTLE_NANOS;
    changedNanos = nowNanos;
    bitrate = next;
  }

  /** Many losses have the player ask for whole pictures, which are lost the more. */
  private double limited(double sent, long nowNanos) {
    if (lost > FULL * expected) {
      loss.begin(nowNanos);
      double arrives = Math.max(LEAST_PART, ARRIVING * (1 - (double) lost / expected));
      return Math.min(bitrate, sent) * Math.min(0.5, arrives);
    }
    loss.count(expected - lost, lost);
    return loss.limit(bitrate, sent, false, nowNanos);
  }

  private void begin(long nowNanos) {
    bytes = 0;
    pictureBytes = 0;
    sinceNanos = nowNanos;
    expected = 0;
    lost = 0;
  }
}
