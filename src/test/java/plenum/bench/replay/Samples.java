package plenum.bench.replay;

import java.util.ArrayList;
import java.util.List;

/** Short recordings for tests. */
final class Samples {

  /** Ticks between pictures. */
  static final int STEP = 3000;

  private Samples() {}

  /** A VP8 payload with its numbers; the last byte tells which it is. */
  static byte[] vp8(boolean key, boolean begins, int number, int base, int name) {
    byte first = (byte) (0x80 | (begins ? 0x10 : 0));
    byte wide = (byte) (0x80 | number >> 8);
    byte header = (byte) (key ? 0 : 1);
    return new byte[] {
      first, (byte) 0xc0, wide, (byte) number, (byte) base, header, 7, (byte) name
    };
  }

  /** So many pictures, the first a key frame, each of so many packets. */
  static RecordedTrack pictures(int frames, int packets) {
    List<Frame> all = new ArrayList<>();
    for (int frame = 0; frame < frames; frame++) {
      List<byte[]> payloads = new ArrayList<>();
      for (int packet = 0; packet < packets; packet++) {
        payloads.add(vp8(frame == 0, packet == 0, 500 + frame, frame, frame));
      }
      all.add(new Frame(STEP * frame, payloads));
    }
    return new RecordedTrack(Coding.VP8, all);
  }

  /** Sound with this in each packet. */
  static RecordedTrack sound(int content) {
    Frame first = new Frame(0, List.of(new byte[] {(byte) content}));
    return new RecordedTrack(
        Coding.OPUS, List.of(first, new Frame(960, List.of(new byte[] {(byte) content}))));
  }
}
