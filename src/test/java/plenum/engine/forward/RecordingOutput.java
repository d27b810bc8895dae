package plenum.engine.forward;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plenum.engine.rtcp.Rtcp;
import plenum.engine.rtcp.RtcpReader;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** A player's output that keeps what it is given. */
final class RecordingOutput implements PlayerOutput {

  final List<byte[]> packets = new ArrayList<>();
  final List<Rtcp> reports = new ArrayList<>();

  @Override
  public void rtp(byte[] b, int off, int len) {
    packets.add(Arrays.copyOfRange(b, off, off + len));
  }

  @Override
  public void rtcp(byte[] compound) {
    reports.addAll(RtcpReader.read(compound, 0, compound.length));
  }

  int sequence(int index) {
    return Rtp.sequence(packets.get(index), 0);
  }

  int timestamp(int index) {
    return Rtp.timestamp(packets.get(index), 0);
  }

  List<SenderReport> senderReports() {
    return reports.stream()
        .filter(SenderReport.class::isInstance)
        .map(SenderReport.class::cast)
        .toList();
  }
}
