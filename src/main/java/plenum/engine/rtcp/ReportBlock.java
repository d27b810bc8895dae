package plenum.engine.rtcp;

/**
 * How one source is received (RFC 3550 section 6.4.1).
 *
 * @param ssrc the source
 * @param fractionLost packets lost since the previous report, in 1/256
 * @param cumulativeLost packets lost since the beginning; negative with duplicates; 24 bits signed
 * @param highestSequence extended highest sequence number, 32 bits unsigned
 * @param jitter interarrival jitter in the source's timestamp units, 32 bits unsigned
 * @param lastSenderReport the middle 32 bits of the last sender report's NTP time, 0 if none
 * @param delaySinceLastSenderReport in 1/65536 s, 0 if none
 */
public record ReportBlock(
    int ssrc,
    int fractionLost,
    int cumulativeLost,
    long highestSequence,
    long jitter,
    int lastSenderReport,
    int delaySinceLastSenderReport) {

  /** The most blocks that one report can hold. */
  public static final int MAX_PER_REPORT = 31;

  static final int SIZE = 24;
}
