package plenum.engine.rtcp;

/**
 * Counts what arrives from one source and makes report blocks of it (RFC 3550 appendices A.1, A.3
 * and A.8).
 *
 * <p>The probation of A.1 is left out: a packet that passed SRTP's authentication is from its
 * source. Not thread-safe.
 */
public final class ReceptionStatistics {

  private static final int MAX_DROPOUT = 3000;
  private static final int MAX_MISORDER = 100;
  private static final int NONE = -1;
  private static final long NANOS = 1_000_000_000L;

  private final int ssrc;
  private final int clockRate;

  private boolean started;
  private long base;
  private long highest;
  private int restart = NONE;
  private long received;
  private long expectedBefore;
  private long receivedBefore;

  private long firstArrival;
  private int transit;
  private long jitterTimes16;

  private int lastSenderReport;
  private long lastSenderReportArrival;

  /**
   * @param clockRate of the source's timestamps, in Hz
   */
  public ReceptionStatistics(int ssrc, int clockRate) {
    this.ssrc = ssrc;
    this.clockRate = clockRate;
  }

  /** A packet came in, perhaps late, twice or after a gap. */
  public void received(int seq, int rtpTimestamp, long arrivalNanos) {
    int sequence = seq & 0xffff;
    if (!started) {
      start(sequence);
      firstArrival = arrivalNanos;
      transit = -rtpTimestamp;
    } else if (!accept(sequence)) {
      return;
    }
    received++;
    updateJitter(rtpTimestamp, arrivalNanos - firstArrival);
  }

  private void start(int sequence) {
    started = true;
    base = sequence;
    highest = sequence;
    restart = NONE;
    received = 0;
    expectedBefore = 0;
    receivedBefore = 0;
  }

  /** RFC 3550 A.1: false for a packet so far away that it only may begin a new numbering. */
  private boolean accept(int sequence) {
    int ahead = sequence - (int) highest & 0xffff;
    if (ahead < MAX_DROPOUT) {
      highest += ahead;
      restart = NONE;
    } else if (ahead <= 0x10000 - MAX_MISORDER) {
      if (sequence != restart) {
        restart = sequence + 1 & 0xffff;
        return false;
      }
      start(sequence);
    }
    return true;
  }

  /** RFC 3550 A.8. */
  private void updateJitter(int rtpTimestamp, long sinceFirst) {
    long units = sinceFirst / NANOS * clockRate + sinceFirst % NANOS * clockRate / NANOS;
    int now = (int) units - rtpTimestamp;
    long difference = Math.abs((long) (now - transit));
    transit = now;
    jitterTimes16 += difference - (jitterTimes16 + 8 >> 4);
  }

  /** The source's sender report came in; the blocks refer to it from now on. */
  public void senderReport(long ntp, long arrivalNanos) {
    lastSenderReport = (int) (ntp >>> 16);
    lastSenderReportArrival = arrivalNanos;
  }

  /** What to report now; the fraction lost counts from the previous call. */
  public ReportBlock block(long nowNanos) {
    long expected = started ? highest - base + 1 : 0;
    long lost = Math.max(-0x800000, Math.min(0x7fffff, expected - received));
    int fraction = fractionLost(expected);
    return new ReportBlock(
        ssrc,
        fraction,
        (int) lost,
        highest & 0xffffffffL,
        jitterTimes16 >> 4 & 0xffffffffL,
        lastSenderReport,
        lastSenderReport == 0 ? 0 : delay(nowNanos - lastSenderReportArrival));
  }

  private int fractionLost(long expected) {
    long expectedNow = expected - expectedBefore;
    long lostNow = expectedNow - (received - receivedBefore);
    expectedBefore = expected;
    receivedBefore = received;
    return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
  }

  private static int delay(long nanos) {
    return (int) (nanos / NANOS * 65536 + nanos % NANOS * 65536 / NANOS);
  }
}
