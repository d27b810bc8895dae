package plenum.engine.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.SourceCodec;
import plenum.engine.forward.TokenBucket;
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

  private final LayerId id;
  private final List<SourceCodec> codecs;
  private final int transportSequenceId;
  private final int dependencyId;
  private final int midId;
  private final int audioLevelId;
  private final byte[] mid;
  private final int ridId;
  private final byte[] rid;
  private final int announced;
  private final RepairSource repairs;
  private NackGenerator missing = new NackGenerator();
  private SourceCodec codec;
  private OptionalInt ssrc;
  private boolean announcedHeard;
  private boolean left;
  private final Challenger challenger = new Challenger();
  private Optional<ReceptionStatistics> statistics = Optional.empty();

  ReceivedTrack(LayerId id, PublishedTrack agreed) {
    TrackMarks marks = agreed.marks();
    this.id = id;
    this.codecs = agreed.codecs().stream().map(ReceivedTrack::source).toList();
    this.codec = codecs.get(0);
    this.announced = agreed.layers().isEmpty() ? marks.ssrc() : 0;
    this.ssrc = announced == 0 ? OptionalInt.empty() : OptionalInt.of(announced);
    this.midId = marks.headers().mid();
    this.audioLevelId = marks.headers().audioLevel();
    this.mid = marks.mid().getBytes(StandardCharsets.US_ASCII);
    this.ridId = agreed.layers().isEmpty() ? 0 : marks.headers().rid();
    this.rid =
        agreed.layers().isEmpty()
            ? new byte[0]
            : agreed.layers().get(id.number()).getBytes(StandardCharsets.US_ASCII);
    this.repairs = new RepairSource(agreed, rid());
    this.dependencyId = marks.headers().dependency();
    this.transportSequenceId = marks.headers().transportSequence();
  }

  private static SourceCodec source(Codec codec) {
    return new SourceCodec(codec.payloadType(), codec.name(), codec.fmtp(), codec.clockRate());
  }

  LayerId id() {
    return id;
  }

  /** The name of the encoding (RFC 8851), empty if the track has one alone. */
  String rid() {
    return new String(rid, StandardCharsets.US_ASCII);
  }

  /** The id of the header extension that says of which layer a frame is, 0 for none. */
  int dependencyId() {
    return dependencyId;
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
    repairs.follow(from == announced);
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

  /**
   * Whether the packet names this m-line, or none (RFC 9143 section 9.2). Of several encodings it
   * must name this one (RFC 8852): which it is nothing else tells.
   */
  boolean isNamedBy(byte[] b, int off, int len) {
    return Names.permit(b, off, len, midId, mid)
        && (ridId == 0 || Names.is(b, off, len, ridId, rid));
  }

  /** The packet's transport-wide sequence number, 0 to 65535; -1 if it has none. */
  int transportSequence(byte[] b, int off, int len) {
    int at = transportSequenceId == 0 ? -1 : Rtp.extension(b, off, len, transportSequenceId);
    return at < 0 || at + 1 >= off + len ? -1 : (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  /** How loud the packet's sound is in -dBov (RFC 6464): 0 to 127; -1 if it does not say. */
  int audioLevel(byte[] b, int off, int len) {
    int at = audioLevelId == 0 ? -1 : Rtp.extension(b, off, len, audioLevelId);
    return at < 0 || at >= off + len ? -1 : b[at] & 0x7f;
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

  /** As which source its packets are sent again. */
  RepairSource repairs() {
    return repairs;
  }

  /**
   * A packet has come again as one of another source. It is of use once, and only if it is missing;
   * browsers send packets again unasked, too, to find out how much passes. It counts as lost still,
   * as it was.
   *
   * @return by how many bytes the restored packet begins later and is shorter; -1 if it is of no
   *     use
   */
  int recovered(byte[] b, int off, int len, long nowNanos) {
    int sequence = ssrc.isEmpty() ? -1 : repairs.sequence(b, off, len);
    if (sequence < 0 || !missing.misses(sequence)) {
      return -1;
    }
    missing.received(sequence, millis(nowNanos));
    return repairs.restore(b, off, len, sequence, ssrc.getAsInt());
  }

  void reported(SenderReport report, long nowNanos) {
    statistics.ifPresent(s -> s.senderReport(report.ntp(), nowNanos));
  }

  Optional<ReportBlock> block(long nowNanos) {
    return statistics.map(s -> s.block(nowNanos));
  }

  /**
   * The sequence numbers to ask for now; audio is not worth it, it would come too late.
   *
   * @param limit of how many may be asked for
   */
  List<Integer> missing(long nowNanos, TokenBucket limit) {
    return isVideo() ? missing.due(millis(nowNanos), () -> limit.take(1, nowNanos)) : List.of();
  }

  /** Whether so many packets are missing that only a key frame helps. */
  boolean overflowed() {
    return isVideo() && missing.overflowed();
  }

  private boolean isVideo() {
    return id.track().kind() == Kind.VIDEO;
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
