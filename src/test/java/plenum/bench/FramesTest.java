package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  private final Received received = new Received();
  private final FrameReader reader = new FrameReader(received);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 200_000})
  void readsATextOfAnyLength(int length) {
    String text = "x".repeat(length);
    reader.read(serverFrame(0x81, text.getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(text), received.texts);
  }

  @Test
  void readsFramesThatArriveByteByByte() {
    ByteBuffer all = ByteBuffer.allocate(1000);
    all.put(serverFrame(0x81, "a".repeat(200).getBytes(StandardCharsets.UTF_8)));
    all.put(serverFrame(0x81, "b".getBytes(StandardCharsets.UTF_8))).flip();
    while (all.hasRemaining()) {
      reader.read(ByteBuffer.wrap(new byte[] {all.get()}));
    }
    assertEquals(List.of("a".repeat(200), "b"), received.texts);
  }

  @Test
  void joinsTheFragmentsOfAMessage() {
    reader.read(serverFrame(0x01, "ab".getBytes(StandardCharsets.UTF_8)));
    reader.read(serverFrame(0x80, "cd".getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of("abcd"), received.texts);
  }

  @Test
  void tellsTheCodeOfAClose() {
    reader.read(serverFrame(0x88, new byte[] {0x0f, (byte) 0xa3, 't', 'o', 'o'}));
    assertEquals(List.of(4003), received.codes);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 125, 126, 60_000})
  void writesMaskedTexts(int length) {
    byte[] payload = "y".repeat(length).getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = new FrameWriter().text("y".repeat(length));
    assertEquals(0x81, frame.get() & 0xff);
    int size = frame.get() & 0x7f;
    assertEquals(length, size == 126 ? frame.getShort() & 0xffff : size);
    byte[] mask = new byte[4];
    frame.get(mask);
    byte[] unmasked = new byte[frame.remaining()];
    for (int i = 0; i < unmasked.length; i++) {
      unmasked[i] = (byte) (frame.get() ^ mask[i % 4]);
    }
    assertArrayEquals(payload, unmasked);
  }

  private static ByteBuffer serverFrame(int first, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    return frame.put(payload).flip();
  }

  private static final class Received implements FrameReader.Sink {

    private final List<String> texts = new ArrayList<>();
    private final List<Integer> codes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public void text(ByteBuffer part) {
      text.append(StandardCharsets.UTF_8.decode(part));
    }

    @Override
    public void textEnds() {
      texts.add(text.toString());
      text.setLength(0);
    }

    @Override
    public void closed(int code) {
      codes.add(code);
    }
  }
}
