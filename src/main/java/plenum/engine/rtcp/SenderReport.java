package plenum.engine.rtcp;

import java.util.List;

/**
 * What a sender has sent, and when in two clocks (RFC 3550 section 6.4.1).
 *
 * @param ssrc the sender
 * @param ntp wall clock of this report: seconds since 1900 in the upper 32 bits, fractions below
 * @param rtpTimestamp the same instant in the stream's timestamps
 * @param packets sent so far, 32 bits unsigned
 * @param octets of payload sent so far, 32 bits unsigned
 * @param blocks what the sender receives itself, at most {@link ReportBlock#MAX_PER_REPORT}
 */
public record SenderReport(
    int ssrc, long ntp, int rtpTimestamp, long packets, long octets, List<ReportBlock> blocks)
    implements Rtcp {

  static final int TYPE = 200;

  public SenderReport {
    blocks = ReceiverReport.bounded(blocks);
  }
}
