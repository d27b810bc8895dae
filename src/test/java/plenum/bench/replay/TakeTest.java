package plenum.bench.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeTest {

  private final List<byte[]> packets = new ArrayList<>();

  private void packet(int sequence, int frame, boolean marker, byte[] payload) {
    packets.add(
        ByteBuffer.allocate(12 + payload.length)
            .put((byte) 0x80)
            .put((byte) (96 | (marker ? 0x80 : 0)))
            .putShort((short) sequence)
            .putInt(-1000 + frame * Samples.STEP)
            .putInt(42)
            .put(payload)
            .array());
  }

  /** A picture before the key frame, and three from there on, over the end of the numbers. */
  private void film() {
    packet(65533, 0, true, Samples.vp8(false, true, 1, 1, 1));
    packet(65534, 1, false, Samples.vp8(true, true, 2, 2, 2));
    packet(65535, 1, true, Samples.vp8(true, false, 2, 2, 3));
    packet(0, 2, true, Samples.vp8(false, true, 3, 3, 4));
    packet(1, 2, false, new byte[0]);
    packet(2, 3, true, Samples.vp8(false, true, 4, 4, 5));
    packet(3, 4, false, Samples.vp8(false, true, 5, 5, 6));
  }

  private RecordedTrack taken() {
    return Take.of(Coding.VP8, packets).orElseThrow();
  }

  @Test
  void goesFromTheKeyFrameToTheLastWholeFrame() {
    film();
    RecordedTrack track = taken();
    assertEquals(List.of(0, 3000, 6000), track.frames().stream().map(Frame::ticks).toList());
    assertEquals(2, track.frame(0).payloads().size());
    assertEquals(3000, track.step());
    assertEquals(9000, track.length());
    assertEquals(30, track.framesPerSecond(), 1e-9);
    assertEquals(4 * 8 * 8 / 1000.0 / 0.1, track.kilobits(), 1e-9);
  }

  @Test
  void takesPacketsInTheOrderOfTheirNumbersAndEachOnce() {
    film();
    packets.add(3, packets.remove(4));
    packets.add(packets.get(3));
    assertEquals(3, taken().frames().size());
  }

  @Test
  void isNoneWithAPacketMissing() {
    film();
    packets.remove(3);
    assertTrue(Take.of(Coding.VP8, packets).isEmpty());
  }

  @Test
  void isNoneWithoutABeginning() {
    packet(0, 0, true, Samples.vp8(false, true, 1, 1, 1));
    packet(1, 1, true, Samples.vp8(false, true, 2, 2, 2));
    assertTrue(Take.of(Coding.VP8, packets).isEmpty());
  }

  @Test
  void beginsH264WithItsParameterSets() {
    packet(0, 0, true, new byte[] {0x41, 1});
    packet(1, 1, false, new byte[] {0x78, 0, 2, 0x67, 1});
    packet(2, 1, true, new byte[] {0x7c, (byte) 0x85, 1});
    packet(3, 2, true, new byte[] {0x41, 2});
    RecordedTrack track = Take.of(Coding.H264, packets).orElseThrow();
    assertEquals(0x78, track.frame(0).first()[0]);
    assertEquals(2, track.frames().size());
  }

  @Test
  void isKeptInAFile(@TempDir Path folder) throws IOException {
    film();
    RecordedTrack track = taken();
    RecordedTrack sound = Samples.sound(3);
    Path file = folder.resolve("recording");
    new Recording(List.of(track, track, track), sound, sound).write(file);
    Recording read = Recording.read(file);
    assertEquals(3, read.sizes().size());
    RecordedTrack kept = read.sizes().get(2);
    assertEquals(Coding.VP8, kept.coding());
    assertEquals(3000, kept.frame(1).ticks());
    assertArrayEquals(track.frame(0).payloads().get(1), kept.frame(0).payloads().get(1));
    assertEquals(Coding.OPUS, read.quiet().coding());
  }
}
