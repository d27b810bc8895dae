package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ContentTest {

  @Test
  void takesPiecesUpToTheMost() {
    Content content = new Content(5);

    assertTrue(content.add(ByteBuffer.wrap(new byte[] {1, 2})));
    assertTrue(content.add(ByteBuffer.wrap(new byte[] {3, 4, 5})));
    assertFalse(content.add(ByteBuffer.wrap(new byte[] {6})));

    assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, content.bytes());
  }

  @Test
  void growsAsMuchAsArrives() {
    Content content = new Content(100_000);
    byte[] all = new byte[90_000];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    for (int from = 0; from < all.length; from += 9_000) {
      assertTrue(content.add(ByteBuffer.wrap(all, from, 9_000)));
    }
    assertArrayEquals(all, content.bytes());
  }
}
