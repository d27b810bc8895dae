package plenum.bench.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import plenum.engine.rtp.Rtp;
import plenum.engine.rtp.SequenceExtender;

/** Makes a {@link RecordedTrack} of RTP packets as they came. */
final class Take {

  private final Coding coding;
  private final List<Frame> frames = new ArrayList<>();
  private final List<byte[]> open = new ArrayList<>();
  private Optional<Long> last = Optional.empty();
  private int began;

  private Take(Coding coding) {
    this.coding = coding;
  }

  /**
   * From the first packet with which a decoder can begin to the last frame that is complete.
   *
   * @param packets of one source, without header extensions; some may have come twice
   * @return empty if nothing begins in them, or one is missing
   */
  static Optional<RecordedTrack> of(Coding coding, List<byte[]> packets) {
    TreeMap<Long, byte[]> sorted = new TreeMap<>();
    SequenceExtender extender = new SequenceExtender();
    packets.forEach(packet -> sorted.put(extender.extend(Rtp.sequence(packet, 0)), packet));
    Take take = new Take(coding);
    boolean whole =
        sorted.entrySet().stream().allMatch(one -> take.follows(one.getKey(), one.getValue()));
    return whole && take.frames.size() > 1
        ? Optional.of(new RecordedTrack(coding, take.frames))
        : Optional.empty();
  }

  /** Takes a packet, unless one is missing before it; what comes before the beginning is let go. */
  private boolean follows(long sequence, byte[] packet) {
    byte[] payload = payload(packet);
    if (last.isEmpty()) {
      if (payload.length == 0 || !coding.mayBegin(payload)) {
        return true;
      }
      began = Rtp.timestamp(packet, 0);
    } else if (sequence != last.get() + 1) {
      return false;
    }
    last = Optional.of(sequence);
    add(packet, payload);
    return true;
  }

  private void add(byte[] packet, byte[] payload) {
    if (payload.length == 0) {
      return; // It was padding.
    }
    open.add(payload);
    if (!coding.isPicture() || Rtp.marker(packet, 0)) {
      frames.add(new Frame(Rtp.timestamp(packet, 0) - began, open));
      open.clear();
    }
  }

  private static byte[] payload(byte[] packet) {
    int header = Rtp.headerLength(packet, 0, packet.length);
    return Arrays.copyOfRange(packet, header, packet.length);
  }
}
