package plenum.engine.rtcp;

import java.util.List;

/**
 * How a receiver receives (RFC 3550 section 6.4.2).
 *
 * @param ssrc the receiver
 * @param blocks one for each source, at most {@link ReportBlock#MAX_PER_REPORT}
 */
public record ReceiverReport(int ssrc, List<ReportBlock> blocks) implements Rtcp {

  static final int TYPE = 201;

  public ReceiverReport {
    blocks = bounded(blocks);
  }

  static List<ReportBlock> bounded(List<ReportBlock> blocks) {
    if (blocks.size() > ReportBlock.MAX_PER_REPORT) {
      throw new IllegalArgumentException("A report holds at most 31 blocks, not " + blocks.size());
    }
    return List.copyOf(blocks);
  }
}
