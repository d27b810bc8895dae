package plenum.engine.forward;

import java.util.Optional;
import plenum.engine.rtcp.SenderReport;
import plenum.engine.rtp.Rtp;
import plenum.engine.rtp.SequenceExtender;

/** One track of a publisher: its last packets, and those of them that no player has been sent. */
final class SourceTrack {

  /** Packets that wait at most; more are flushed at once, whether the read is complete or not. */
  private static final int BATCH = 64;

  private static final int AUDIO_PACKETS = 128;
  private static final int AUDIO_BYTES = 32 * 1024;
  private static final int VIDEO_PACKETS = 1024;
  private static final int VIDEO_BYTES = 512 * 1024;

  /** So that a batch never overwrites itself in the cache. */
  private static final int BATCH_BYTES_DIVISOR = 4;

  private final TrackId id;
  private final SourceCodec codec;
  private final KeyFrames recognizer;
  private final KeyFrameRequests keyFrames = new KeyFrameRequests();
  private final PacketCache cache;
  private final int batchBytesLimit;
  private final SequenceExtender extender = new SequenceExtender();
  private final int[] batch = new int[BATCH];
  private int batched;
  private int batchedBytes;
  private SenderReport lastReport;

  SourceTrack(TrackId id, SourceCodec codec) {
    boolean video = id.kind() == Kind.VIDEO;
    int bytes = video ? VIDEO_BYTES : AUDIO_BYTES;
    this.id = id;
    this.codec = codec;
    this.recognizer = KeyFrames.of(video ? codec.name() : "");
    this.cache = new PacketCache(video ? VIDEO_PACKETS : AUDIO_PACKETS, bytes);
    this.batchBytesLimit = bytes / BATCH_BYTES_DIVISOR;
  }

  /**
   * Takes a packet into the batch, without header extensions and padding, which are for one hop
   * only. A packet that was nothing but padding stays as an empty one: players count it and do not
   * ask for it again.
   *
   * @return whether a key frame begins in it; false also for a packet that is malformed, late or a
   *     duplicate, which is dropped
   */
  boolean receive(byte[] b, int off, int len) {
    int padding = Rtp.paddingLength(b, off, len);
    int start = padding < 0 ? -1 : Rtp.stripExtensions(b, off, len);
    if (start < 0) {
      return false;
    }
    b[start] &= (byte) ~0x20;
    int length = len - (start - off) - padding;
    int slot = cache.add(extender.extend(Rtp.sequence(b, start)), b, start, length);
    if (slot == PacketCache.NONE) {
      return false;
    }
    batch[batched++] = slot;
    batchedBytes += length;
    int header = Rtp.headerLength(b, start, length);
    return recognizer.beginIn(b, start + header, length - header);
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

  void clearBatch() {
    batched = 0;
    batchedBytes = 0;
  }

  void report(SenderReport report) {
    lastReport = report;
  }

  /** The publisher's last sender report: it ties this track's timestamps to its clock. */
  Optional<SenderReport> lastReport() {
    return Optional.ofNullable(lastReport);
  }

  TrackId id() {
    return id;
  }

  boolean isVideo() {
    return id.kind() == Kind.VIDEO;
  }

  /** When the publisher is asked for a key frame of this track. */
  KeyFrameRequests keyFrames() {
    return keyFrames;
  }

  SourceCodec codec() {
    return codec;
  }

  PacketCache cache() {
    return cache;
  }
}
