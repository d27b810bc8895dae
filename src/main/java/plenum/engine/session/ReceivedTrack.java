package plenum.engine.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import plenum.engine.forward.Kind;
import plenum.engine.forward.SourceCodec;
import plenum.engine.forward.TrackId;
import plenum.engine.rtcp.NackGenerator;
import plenum.engine.rtcp.ReceptionStatistics;
import plenum.engine.rtcp.ReportBlock;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;
import plenum.engine.sdp.Codec;
import plenum.engine.sdp.PublishedTrack;
import plenum.engine.sdp.TrackMarks;

/** One track as it comes from a publisher: what is known of it, and how well it arrives. */
final class ReceivedTrack {

  private final TrackId id;
  private final List<SourceCodec> codecs;
  private final int transportSequenceId;
  private final int midId;
  private final byte[] mid;
  private final int announced;
  private NackGenerator missing = new NackGenerator();
  private SourceCodec codec;
  private OptionalInt ssrc;
  private boolean announcedHeard;
  private boolean left;
  private final Challenger challenger = new Challenger();
  private Optional<ReceptionStatistics> statistics = Optional.empty();

  ReceivedTrack(TrackId id, PublishedTrack agreed) {
    TrackMarks marks = agreed.marks();
    this.id = id;
    this.codecs = agreed.codecs().stream().map(ReceivedTrack::source).toList();
    this.codec = codecs.get(0);
    this.announced = marks.ssrc();
    this.ssrc = announced == 0 ? OptionalInt.empty() : OptionalInt.of(announced);
    this.midId = marks.midId();
    this.mid = marks.mid().getBytes(StandardCharsets.US_ASCII);
    this.transportSequenceId = marks.transportSequenceId();
  }

  private static SourceCodec source(Codec codec) {
    return new SourceCodec(codec.payloadType(), codec.name(), codec.fmtp(), codec.clockRate());
  }

  TrackId id() {
    return id;
  }

  /** Whether its packets may have that payload type. */
  boolean mayHave(int payloadType) {
    return codec(payloadType) != null;
  }

  /** The agreed codec of a payload type; null for none, as this is asked for each packet. */
  private SourceCodec codec(int payloadType) {
    for (int i = 0; i < codecs.size(); i++) {
      if (codecs.get(i).payloadType() == payloadType) {
        return codecs.get(i);
      }
    }
    return null;
  }

  /** All that its packets may have. */
  List<SourceCodec> codecs() {
    return codecs;
  }

  /** That of the newest packet; before the first one the publisher's preferred one. */
  SourceCodec codec() {
    return codec;
  }

  /** The SSRC as announced or heard; requests name it. */
  OptionalInt ssrc() {
    return ssrc;
  }

  /** Whether this SSRC is its own, as announced or heard. */
  boolean isFrom(int sender) {
    return ssrc.isPresent() && ssrc.getAsInt() == sender;
  }

  /** Whether no packet of it has come yet. */
  boolean isUnheard() {
    return statistics.isEmpty();
  }

  /** A packet of this SSRC is its. */
  ReceivedTrack heard(int from, long nowNanos) {
    if (isUnheard() || !isFrom(from)) {
      become(from);
    }
    challenger.heard(nowNanos);
    return this;
  }

  /** Another SSRC counts its packets anew, and what the one of before has lost is of no use. */
  private void become(int from) {
    ssrc = OptionalInt.of(from);
    statistics = Optional.of(new ReceptionStatistics(from, codec.clockRate()));
    missing = new NackGenerator();
    left = false;
    challenger.won();
    announcedHeard |= from == announced;
  }

  /** Its sender said that it ended (RFC 3550 section 6.6). */
  void leave() {
    left = true;
  }

  /**
   * Whether this packet of another SSRC may be its: none of the present one is to be expected, or
   * the other is the one that was announced and has not been there yet. Two that send at once are
   * never mixed.
   */
  boolean mayBecome(int from, long nowNanos) {
    boolean truer = from == announced && announced != 0 && !announcedHeard;
    return isUnheard() || left || truer || challenger.challenged(from, nowNanos);
  }

  /** Whether the packet names this m-line, or none (RFC 9143 section 9.2). */
  boolean isNamedBy(byte[] b, int off, int len) {
    int at = midId == 0 ? -1 : Rtp.extension(b, off, len, midId);
    if (at < 0) {
      return true;
    }
    int length = Rtp.extensionLength(b, off, len, midId);
    return Arrays.equals(b, at, at + length, mid, 0, mid.length);
  }

  /** The packet's transport-wide sequence number, 0 to 65535; -1 if it has none. */
  int transportSequence(byte[] b, int off, int len) {
    int at = transportSequenceId == 0 ? -1 : Rtp.extension(b, off, len, transportSequenceId);
    return at < 0 || at + 1 >= off + len ? -1 : (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  void received(byte[] b, int off, long nowNanos) {
    codec = codec(Rtp.payloadType(b, off));
    int sequence = Rtp.sequence(b, off);
    if (statistics.isPresent()) { // A lambda would be made anew for each packet.
      statistics.get().received(sequence, Rtp.timestamp(b, off), nowNanos);
    }
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
    return isVideo() ? missing.due(millis(nowNanos)) : List.of();
  }

  /** Whether so many packets are missing that only a key frame helps. */
  boolean overflowed() {
    return isVideo() && missing.overflowed();
  }

  private boolean isVideo() {
    return id.kind() == Kind.VIDEO;
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
