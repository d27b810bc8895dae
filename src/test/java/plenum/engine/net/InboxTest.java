package plenum.engine.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many threads put in and one takes out. */
@Timeout(60)
class InboxTest {

  private static final InetSocketAddress REMOTE = new InetSocketAddress("192.0.2.1", 1000);

  private final Inbox inbox = new Inbox();
  private final byte[] taken = new byte[2 * Transport.MAX_DATAGRAM];

  private boolean add(int number) {
    byte[] b = ByteBuffer.allocate(8).putInt(4, number).array();
    return inbox.add(number % 7, REMOTE, b, 4, 4);
  }

  /** The number in the oldest datagram; -1 when there is none. */
  private int take() {
    int length = inbox.take(taken);
    return length < 0 ? -1 : ByteBuffer.wrap(taken, 0, length).getInt();
  }

  @Test
  void isEmptyAtFirst() {
    assertTrue(inbox.isEmpty());
    assertEquals(-1, inbox.take(taken));
  }

  @Test
  void givesBackWhatWasPutInWithWhereItCameFromAndTo() {
    byte[] datagram = {9, 1, 2, 3, 9};
    inbox.add(5, REMOTE, datagram, 1, 3);
    Arrays.fill(datagram, (byte) 0);
    assertFalse(inbox.isEmpty());
    assertEquals(3, inbox.take(taken));
    assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(taken, 3), "a copy");
    assertEquals(5, inbox.localInterface());
    assertSame(REMOTE, inbox.remote());
    assertTrue(inbox.isEmpty());
  }

  @Test
  void takesNoMoreThanItHasRoomForAndLosesNoneOfThose() {
    for (int i = 0; i < Inbox.SLOTS; i++) {
      assertTrue(add(i));
    }
    assertFalse(add(-5), "it is full");
    assertEquals(0, take());
    assertTrue(add(Inbox.SLOTS), "there is room for one again");
    assertFalse(add(-5), "and for one alone");
    for (int i = 1; i <= Inbox.SLOTS; i++) {
      assertEquals(i, take());
    }
    assertTrue(inbox.isEmpty());
  }

  @Test
  void keepsTheOrderOverManyRounds() {
    int put = 0;
    int got = 0;
    for (int round = 0; round < 50; round++) {
      for (int i = 0; i < 300; i++) {
        assertTrue(add(put++));
      }
      for (int i = 0; i < 300; i++) {
        assertEquals(got++, take());
      }
    }
  }

  /** Whatever way the threads go: nothing is lost, doubled, or passed by. */
  @Test
  void keepsTheOrderOfEachOfSeveralWriters() {
    int writers = 3;
    int each = 10_000;
    List<CompletableFuture<Void>> all =
        IntStream.range(0, writers)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer * each, each)))
            .toList();
    int[] next = IntStream.range(0, writers).map(writer -> writer * each).toArray();
    for (int count = 0; count < writers * each; ) {
      int number = take();
      if (number >= 0) {
        assertEquals(next[number / each]++, number);
        assertEquals(number % 7, inbox.localInterface());
        count++;
      } else {
        Thread.yield();
      }
    }
    all.forEach(CompletableFuture::join);
    assertTrue(inbox.isEmpty());
  }

  private void write(int first, int number) {
    for (int i = first; i < first + number; i++) {
      while (!add(i)) {
        Thread.yield();
      }
    }
  }
}
