package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramesTest {

  private final Frames frames = new Frames(1200);
  private final List<String> received = new ArrayList<>();

  private boolean keep(byte[] b, int off, int len) {
    received.add(new String(b, off, len, java.nio.charset.StandardCharsets.ISO_8859_1));
    return true;
  }

  private static ByteBuf frame(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    return Unpooled.buffer().writeShort(bytes.length).writeBytes(bytes);
  }

  @Test
  void findsFramesHoweverTheyAreCut() {
    ByteBuf all = Unpooled.wrappedBuffer(frame("one"), frame("x".repeat(1200)), frame("three"));
    for (int piece = 1; piece < 20; piece++) {
      received.clear();
      ByteBuf rest = all.duplicate();
      while (rest.isReadable()) {
        assertTrue(frames.take(rest.readSlice(Math.min(piece, rest.readableBytes())), this::keep));
      }
      assertEquals(List.of("one", "x".repeat(1200), "three"), received);
    }
  }

  @Test
  void takesAnEmptyFrameForNothing() {
    assertTrue(frames.take(Unpooled.wrappedBuffer(frame(""), frame("after")), this::keep));
    assertEquals(List.of("after"), received);
  }

  @Test
  void refusesALongerFrameBeforeItIsThere() {
    assertFalse(frames.take(Unpooled.buffer().writeShort(1201), this::keep));
    assertEquals(List.of(), received);
  }

  @Test
  void goesOnNoFurtherThanTheReceiver() {
    ByteBuf two = Unpooled.wrappedBuffer(frame("one"), frame("two"));
    assertFalse(frames.take(two, (b, off, len) -> !keep(b, off, len)));
    assertEquals(List.of("one"), received);
  }

  @Test
  void survivesEveryInput() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      byte[] noise = new byte[random.nextInt(3000)];
      random.nextBytes(noise);
      if (!frames.take(Unpooled.wrappedBuffer(noise), (b, off, len) -> len <= 1200)) {
        frames.take(Unpooled.buffer().writeZero(2500), (b, off, len) -> true);
      }
    }
    received.clear();
    assertTrue(new Frames(1200).take(frame("still there"), this::keep));
    assertEquals(List.of("still there"), received);
  }
}
