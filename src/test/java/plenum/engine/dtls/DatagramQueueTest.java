package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class DatagramQueueTest {

  private static final int OVERHEAD = 24;

  private final DatagramQueue queue = new DatagramQueue(datagram -> {});

  private void add(int epoch, int length) {
    ByteBuffer record = ByteBuffer.allocate(13 + length);
    record.put((byte) 22).putShort((short) 0xfefd).putShort((short) epoch).put(new byte[6]);
    byte[] datagram = record.putShort((short) length).array();
    queue.add(datagram, 0, datagram.length);
  }

  @Test
  void takesWhatACipherCanHaveMade() {
    queue.connected(OVERHEAD);
    add(1, OVERHEAD);
    assertFalse(queue.isEmpty());
  }

  @Test
  void dropsWhatNoCipherCanHaveMade() {
    queue.connected(OVERHEAD);
    add(1, OVERHEAD - 1);
    assertTrue(queue.isEmpty());
  }

  @Test
  void dropsWhatCameBeforeTheCipherWasKnown() {
    add(1, OVERHEAD - 1);
    queue.connected(OVERHEAD);
    assertTrue(queue.isEmpty());
  }

  @Test
  void keepsShortRecordsInTheClear() {
    add(0, 1);
    queue.connected(OVERHEAD);
    assertFalse(queue.isEmpty());
  }
}
