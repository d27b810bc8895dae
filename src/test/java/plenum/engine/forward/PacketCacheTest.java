package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PacketCacheTest {

  private final PacketCache cache = new PacketCache(8, 200);

  private int add(long sequence, int payload) {
    byte[] packet = Packets.rtp((int) sequence, 1000 + (int) sequence, new byte[payload]);
    return cache.add(sequence, FrameMarks.NONE, packet, 0, packet.length);
  }

  @Test
  void findsWhatWasAdded() {
    byte[] packet = Packets.rtp(65_534, 99, (byte) 1, (byte) 2);
    cache.add(65_534, FrameMarks.NONE, packet, 0, packet.length);
    int slot = cache.find(65_534);
    int offset = cache.offset(slot);
    assertArrayEquals(
        packet, Arrays.copyOfRange(cache.bytes(), offset, offset + cache.length(slot)));
    assertEquals(99, cache.timestamp(slot));
  }

  @Test
  void findsAcrossTheWrapOfSequenceNumbers() {
    add(65_535, 1);
    add(65_536, 1);
    assertEquals(65_535, cache.sequence(cache.find(65_535)));
    assertEquals(65_536, cache.sequence(cache.find(0)));
  }

  @Test
  void findsNothingThatNeverCame() {
    assertEquals(PacketCache.NONE, cache.find(3));
    add(1, 1);
    add(3, 1);
    assertEquals(PacketCache.NONE, cache.find(2));
    assertEquals(PacketCache.NONE, cache.find(40_000));
  }

  @Test
  void forgetsTheOldestByCount() {
    for (int sequence = 0; sequence < 10; sequence++) {
      add(sequence, 1);
    }
    assertEquals(PacketCache.NONE, cache.find(1));
    assertNotEquals(PacketCache.NONE, cache.find(2));
  }

  @Test
  void forgetsTheOldestByBytes() {
    add(0, 60);
    add(1, 60);
    add(2, 60);
    assertEquals(PacketCache.NONE, cache.find(0));
    assertNotEquals(PacketCache.NONE, cache.find(1));
    assertNotEquals(PacketCache.NONE, cache.find(2));
  }

  @Test
  void refusesADuplicate() {
    add(5, 1);
    assertEquals(PacketCache.NONE, add(5, 1));
  }

  @Test
  void refusesAPacketThatIsTooLateToBeKept() {
    add(20, 1);
    assertEquals(PacketCache.NONE, add(12, 1));
    assertNotEquals(PacketCache.NONE, add(13, 1));
  }

  @Test
  void refusesAPacketLongerThanItself() {
    assertEquals(PacketCache.NONE, add(1, 300));
  }
}
