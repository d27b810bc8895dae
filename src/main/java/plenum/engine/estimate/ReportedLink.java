package plenum.engine.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import plenum.engine.rtcp.ReportBlock;

/**
 * What the way to a player carries that tells no times of arrival, but how much it lost (RFC 3550
 * section 6.4.1): less with many losses; without them more is tried, the more slowly the oftener
 * that failed. Until many are lost nothing is held back.
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

  private final LossLimit loss;
  private final Set<Integer> sources;
  private final Map<Integer, Long> highest = new HashMap<>();
  private double bitrate = ENDLESS;
  private double growth = STEEPEST;

  /** Whether more was tried since less was sent. */
  private boolean tried;

  private long bytes;
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

  /** So many bytes leave, for the first time. */
  public void sent(int size) {
    bytes += size;
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
      growth = tried ? Math.max(FLATTEST, growth / 2) : growth;
      tried = false;
      settledNanos = nowNanos + SETTLE_NANOS;
      changedNanos = nowNanos;
    } else if (!loss.noticed() && bitrate < ENDLESS) {
      tried = true;
      next = Math.max(next, Math.min(next * (1 + growth * seconds), MOST * sent));
      if (nowNanos - changedNanos > CALM_NANOS) {
        growth = Math.min(STEEPEST, 2 * growth);
        changedNanos = nowNanos;
      }
    }
    bitrate = Math.min(ENDLESS, next);
  }

  /** Many losses have the player ask for whole pictures, which are lost the more. */
  private double limited(double sent, long nowNanos) {
    if (lost > FULL * expected) {
      loss.begin(nowNanos);
      return Math.min(bitrate, sent) / 2;
    }
    loss.count(expected - lost, lost);
    return loss.limit(bitrate, sent, false, nowNanos);
  }

  private void begin(long nowNanos) {
    bytes = 0;
    sinceNanos = nowNanos;
    expected = 0;
    lost = 0;
  }
}
