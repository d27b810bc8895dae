package plenum.bench.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some seconds of one encoding or one sound, from where a decoder can begin to the end of a frame:
 * it can be played again from the beginning at any time.
 *
 * @param frames at least two
 */
record RecordedTrack(Coding coding, List<Frame> frames) {

  RecordedTrack {
    frames = List.copyOf(frames);
    if (frames.size() < 2) {
      throw new IllegalArgumentException("Recorded only " + frames.size() + " frames");
    }
  }

  Frame frame(int index) {
    return frames.get(index);
  }

  /** The ticks between two frames, on the average. */
  int step() {
    return frame(frames.size() - 1).ticks() / (frames.size() - 1);
  }

  /** The ticks from its beginning to where the beginning comes again. */
  int length() {
    return frame(frames.size() - 1).ticks() + step();
  }

  double seconds() {
    return (double) length() / coding.clockRate();
  }

  double framesPerSecond() {
    return frames.size() / seconds();
  }

  /** Of payload. */
  double kilobits() {
    long bytes =
        frames.stream()
            .flatMap(f -> f.payloads().stream())
            .mapToLong(payload -> payload.length)
            .sum();
    return bytes * Byte.SIZE / 1000.0 / seconds();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(coding.name());
    out.writeInt(frames.size());
    for (Frame frame : frames) {
      out.writeInt(frame.ticks());
      out.writeInt(frame.payloads().size());
      for (byte[] payload : frame.payloads()) {
        out.writeInt(payload.length);
        out.write(payload);
      }
    }
  }

  static RecordedTrack read(DataInputStream in) throws IOException {
    Coding coding = Coding.valueOf(in.readUTF());
    int count = in.readInt();
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int ticks = in.readInt();
      int packets = in.readInt();
      List<byte[]> payloads = new ArrayList<>();
      for (int j = 0; j < packets; j++) {
        payloads.add(in.readNBytes(in.readInt()));
      }
      frames.add(new Frame(ticks, payloads));
    }
    return new RecordedTrack(coding, frames);
  }
}
