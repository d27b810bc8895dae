package plenum.engine.forward;

import java.util.List;
import java.util.Optional;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.DependencyDescriptor;
import plenum.engine.rtp.Rtp;
import plenum.engine.rtp.SequenceExtender;

/**
 * One encoding of a publisher's track: its last packets, and those of them that no player has been
 * sent. Its codec is the newest packet's; it may become another one at any time.
 */
final class SourceTrack {

  /** The answer of {@link #captured} when it is not known. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final long NO_KEY = Long.MIN_VALUE;

  /** Packets that wait at most; more are flushed at once, whether the read is complete or not. */
  private static final int BATCH = 64;

  private static final int AUDIO_PACKETS = 128;
  private static final int AUDIO_BYTES = 32 * 1024;
  private static final int VIDEO_PACKETS = 1024;
  private static final int VIDEO_BYTES = 512 * 1024;

  /** So that a batch never overwrites itself in the cache. */
  private static final int BATCH_BYTES_DIVISOR = 4;

  private final LayerId id;
  private final List<SourceCodec> codecs;
  private final FrameMarks.Reader[] readers;
  private final PictureHeight[] heights;
  private final LayerFlow flow = new LayerFlow();
  private final KeyFrameRequests keyFrames = new KeyFrameRequests();
  private final PacketCache cache;
  private final int batchBytesLimit;
  private final Timeline timeline = new Timeline();
  private SequenceExtender extender = new SequenceExtender();
  private int ssrc;
  private boolean begun;

  private final int[] batch = new int[BATCH];

  /** Where the newest key frame begins, as an extended sequence number. */
  private long keySequence = NO_KEY;

  private int keyTimestamp;

  private int current = -1;
  private int batched;
  private int batchedBytes;
  private SenderReport lastReport;

  /** Null where packets have no such header extension. */
  private DependencyDescriptor descriptor;

  private int descriptorId;

  /**
   * @param codecs at least one, all of one clock rate
   */
  SourceTrack(LayerId id, List<SourceCodec> codecs) {
    boolean video = id.track().kind() == Kind.VIDEO;
    int bytes = video ? VIDEO_BYTES >> Math.min(id.number(), 2) : AUDIO_BYTES;
    this.id = id;
    this.codecs = List.copyOf(codecs);
    this.readers =
        codecs.stream()
            .map(codec -> FrameMarks.of(video ? codec.name() : ""))
            .toArray(FrameMarks.Reader[]::new);
    this.heights =
        codecs.stream()
            .map(codec -> PictureHeight.of(video ? codec.name() : ""))
            .toArray(PictureHeight[]::new);
    this.cache = new PacketCache(video ? VIDEO_PACKETS : AUDIO_PACKETS, bytes);
    this.batchBytesLimit = bytes / BATCH_BYTES_DIVISOR;
  }

  /**
   * From now on packets may say of their frames by a header extension what their payload does not.
   *
   * @param extension its id
   */
  void describe(int extension) {
    descriptor = new DependencyDescriptor();
    descriptorId = extension;
  }

  /**
   * Takes a packet into the batch, without header extensions and padding, which are for one hop
   * only. A packet that was nothing but padding stays as an empty one: players count it and do not
   * ask for it again; that the encoding comes it does not say. Where another SSRC begins, numbers
   * and timestamps go on where those of the one before ended, so that players need to know nothing
   * of it.
   *
   * @return whether a key frame begins in it; false also for a packet that is malformed, late, a
   *     duplicate or of another codec, which is dropped
   */
  boolean receive(byte[] b, int off, int len, long nowNanos) {
    int codec = codec(Rtp.payloadType(b, off));
    int padding = codec < 0 ? -1 : Rtp.paddingLength(b, off, len);
    boolean described = padding >= 0 && isDescribed(b, off, len);
    int start = padding < 0 ? -1 : Rtp.stripExtensions(b, off, len);
    if (start < 0) {
      return false;
    }
    b[start] &= (byte) ~0x20;
    int length = len - (start - off) - padding;
    int header = Rtp.headerLength(b, start, length);
    long marks = readers[codec].read(b, start + header, length - header);
    marks = described ? FrameMarks.described(marks, descriptor) : marks;
    int slot = keep(b, start, length, marks, nowNanos);
    if (slot == PacketCache.NONE) {
      return false;
    }
    marks = cache.marks(slot);
    batch[batched++] = slot;
    batchedBytes += length;
    become(codec);
    if (length > header) {
      flow.received(length, FrameMarks.temporal(marks), isOfKeyFrame(slot), nowNanos);
    }
    boolean key = FrameMarks.key(marks);
    if (key) {
      flow.show(heights[codec].of(b, start + header, length - header));
    }
    return key;
  }

  private boolean isOfKeyFrame(int slot) {
    return keySequence != NO_KEY
        && cache.timestamp(slot) == keyTimestamp
        && cache.sequence(slot) >= keySequence;
  }

  private boolean isDescribed(byte[] b, int off, int len) {
    int at = descriptor == null ? -1 : Rtp.extension(b, off, len, descriptorId);
    return at >= 0 && descriptor.read(b, at, Rtp.extensionLength(b, off, len, descriptorId));
  }

  /** A packet is left out: what comes next begins anew, and goes on where the last one ended. */
  void skip() {
    begun = false;
  }

  private int keep(byte[] b, int start, int length, long marks, long nowNanos) {
    if (!begun || Rtp.ssrc(b, start) != ssrc) {
      begin(b, start, nowNanos);
    }
    long number = extender.extend(Rtp.sequence(b, start));
    if (!timeline.covers(number)) {
      return PacketCache.NONE;
    }
    long sequence = timeline.sequence(number);
    int timestamp = timeline.timestamp(Rtp.timestamp(b, start));
    Rtp.setTimestamp(b, start, timestamp);
    timeline.sent(sequence, timestamp, nowNanos);
    long checked = FrameMarks.key(marks) ? begins(marks, sequence, timestamp) : marks;
    return cache.add(sequence, checked, b, start, length);
  }

  /**
   * A key frame of H264 is recognized by its parameters and by each of its slices; with a slice it
   * begins only if nothing was before that which it needs, as far as is known.
   */
  private long begins(long marks, long sequence, int timestamp) {
    boolean before = keySequence != NO_KEY && timestamp == keyTimestamp && sequence > keySequence;
    boolean first = flow.silentNanos(0) == Long.MAX_VALUE;
    boolean known = first || cache.find((int) (sequence - 1) & 0xffff) != PacketCache.NONE;
    if (before) {
      return FrameMarks.withoutKey(marks);
    }
    keySequence = sequence;
    keyTimestamp = timestamp;
    return FrameMarks.begins(marks) || known ? marks : FrameMarks.withoutKey(marks);
  }

  /** Another SSRC: what its sender reported of the one before says nothing of it. */
  private void begin(byte[] b, int start, long nowNanos) {
    ssrc = Rtp.ssrc(b, start);
    begun = true;
    extender = new SequenceExtender();
    long number = extender.extend(Rtp.sequence(b, start));
    timeline.follow(number, Rtp.timestamp(b, start), clockRate(), nowNanos);
    lastReport = lastReport != null && lastReport.ssrc() == ssrc ? lastReport : null;
    keyFrames.begin();
  }

  /** The number of the codec with that payload type, -1 if there is none. */
  private int codec(int payloadType) {
    for (int i = 0; i < codecs.size(); i++) {
      if (codecs.get(i).payloadType() == payloadType) {
        return i;
      }
    }
    return -1;
  }

  private void become(int codec) {
    if (codec != current) {
      current = codec;
      keyFrames.begin();
    }
  }

  boolean full() {
    return batched == BATCH || batchedBytes > batchBytesLimit;
  }

  int batched() {
    return batched;
  }

  /** The cache's slot of a packet of the batch. */
  int batched(int index) {
    return batch[index];
  }

  /** Where in its batch a key frame begins, -1 if none does. */
  int keyFrame() {
    for (int i = 0; i < batched; i++) {
      if (FrameMarks.key(cache.marks(batch[i]))) {
        return i;
      }
    }
    return -1;
  }

  void clearBatch() {
    batched = 0;
    batchedBytes = 0;
  }

  void report(SenderReport report) {
    lastReport = report;
  }

  /** The publisher's last sender report: it ties this track's timestamps to its clock. */
  Optional<SenderReport> lastReport() {
    return Optional.ofNullable(lastReport).map(this::continued);
  }

  private SenderReport continued(SenderReport report) {
    int timestamp = timeline.timestamp(report.rtpTimestamp());
    return new SenderReport(
        report.ssrc(), report.ntp(), timestamp, report.packets(), report.octets(), List.of());
  }

  LayerId id() {
    return id;
  }

  boolean isVideo() {
    return id.track().kind() == Kind.VIDEO;
  }

  /** How much of it comes, and how large its picture is. */
  LayerFlow flow() {
    return flow;
  }

  /**
   * When a packet was captured, in ticks of its clock on the publisher's wall clock (RFC 3550
   * section 6.4.1), which all encodings of a track share.
   *
   * @param timestamp as {@link PacketCache#timestamp} has it
   * @return {@link #UNKNOWN} before the publisher's first report
   */
  long captured(int timestamp) {
    if (lastReport == null) {
      return UNKNOWN;
    }
    long ntp = lastReport.ntp();
    long seconds = (ntp >>> 32) * clockRate();
    long fraction = (ntp & 0xffffffffL) * clockRate() >>> 32;
    return seconds + fraction + (timestamp - timeline.timestamp(lastReport.rtpTimestamp()));
  }

  /** When the publisher is asked for a key frame of this track. */
  KeyFrameRequests keyFrames() {
    return keyFrames;
  }

  /** All that its packets may have. */
  List<SourceCodec> codecs() {
    return codecs;
  }

  /** Ticks of its timestamps a second, whatever the codec. */
  int clockRate() {
    return codecs.get(0).clockRate();
  }

  PacketCache cache() {
    return cache;
  }
}
