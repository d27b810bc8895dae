package plenum.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import plenum.engine.forward.Kind;
import plenum.engine.forward.SourceCodec;
import plenum.engine.rtcp.NackGenerator;
import plenum.engine.rtcp.ReceptionStatistics;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;

/** One track as it comes from a publisher: whose packets it is, and how well they arrive. */
final class ReceivedTrack {

  private final Kind kind;
  private final SourceCodec codec;
  private final int payloadType;
  private final int transportSequenceId;
  private final NackGenerator missing = new NackGenerator();
  private OptionalInt ssrc;
  private Optional<ReceptionStatistics> statistics = Optional.empty();

  /**
   * @param ssrc as the offer tells it; without one the first packet with the payload type decides
   * @param transportSequenceId the id of the header extension for congestion control, 0 if none
   */
  ReceivedTrack(
      Kind kind, SourceCodec codec, int payloadType, OptionalInt ssrc, int transportSequenceId) {
    this.kind = kind;
    this.codec = codec;
    this.payloadType = payloadType;
    this.ssrc = ssrc;
    this.transportSequenceId = transportSequenceId;
  }

  Kind kind() {
    return kind;
  }

  SourceCodec codec() {
    return codec;
  }

  /** The SSRC as announced or heard; requests name it. */
  OptionalInt ssrc() {
    return ssrc;
  }

  /** Whether a sender report of this SSRC is about this track. */
  boolean isFrom(int sender) {
    return ssrc.isPresent() && ssrc.getAsInt() == sender;
  }

  /**
   * Whether the packet belongs to this track. A track that nothing has been heard of takes any SSRC
   * with its payload type: some clients send another one than they announced.
   */
  boolean claims(byte[] b, int off) {
    if (Rtp.payloadType(b, off) != payloadType) {
      return false;
    }
    int from = Rtp.ssrc(b, off);
    if (statistics.isEmpty()) {
      ssrc = OptionalInt.of(from);
      statistics = Optional.of(new ReceptionStatistics(from, codec.clockRate()));
    }
    return isFrom(from);
  }

  /** Where the packet's transport-wide sequence number lies, -1 if it has none. */
  int transportSequence(byte[] b, int off, int len) {
    int at = transportSequenceId == 0 ? -1 : Rtp.extension(b, off, len, transportSequenceId);
    return at < 0 || at + 1 >= off + len ? -1 : (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  void received(byte[] b, int off, long nowNanos) {
    int sequence = Rtp.sequence(b, off);
    statistics.ifPresent(s -> s.received(sequence, Rtp.timestamp(b, off), nowNanos));
    missing.received(sequence, millis(nowNanos));
  }

  /** The packet came but is dropped on purpose: it is reported lost, and not asked for again. */
  void dropped(byte[] b, int off, long nowNanos) {
    missing.received(Rtp.sequence(b, off), millis(nowNanos));
  }

  void reported(SenderReport report, long nowNanos) {
    statistics.ifPresent(s -> s.senderReport(report.ntp(), nowNanos));
  }

  Optional<ReportBlock> block(long nowNanos) {
    return statistics.map(s -> s.block(nowNanos));
  }

  /** The sequence numbers to ask for now; audio is not worth it, it would come too late. */
  List<Integer> missing(long nowNanos) {
    return kind == Kind.VIDEO ? missing.due(millis(nowNanos)) : List.of();
  }

  /** Whether so many packets are missing that only a key frame helps. */
  boolean overflowed() {
    return kind == Kind.VIDEO && missing.overflowed();
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
