package plenum.engine.rtcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {

  private static final long MILLI = 1_000_000;

  private final ReceptionStatistics statistics = new ReceptionStatistics(9, 90_000);

  private void receive(int from, int to) {
    for (int n = from; n <= to; n++) {
      statistics.received(n & 0xffff, n * 900, n * 10 * MILLI);
    }
  }

  @Test
  void reportsNoLossOfACompleteStream() {
    receive(100, 200);
    ReportBlock block = statistics.block(0);
    assertEquals(new ReportBlock(9, 0, 0, 200, 0, 0, 0), block);
  }

  @Test
  void countsLossSinceThePreviousReport() {
    receive(0, 9);
    receive(20, 29);
    ReportBlock first = statistics.block(0);
    assertEquals(10, first.cumulativeLost());
    assertEquals(10 * 256 / 30, first.fractionLost());
    receive(30, 39);
    ReportBlock second = statistics.block(0);
    assertEquals(10, second.cumulativeLost());
    assertEquals(0, second.fractionLost());
  }

  @Test
  void countsDuplicatesAsNegativeLoss() {
    receive(0, 9);
    receive(5, 9);
    ReportBlock block = statistics.block(0);
    assertEquals(-5, block.cumulativeLost());
    assertEquals(0, block.fractionLost());
  }

  @Test
  void extendsTheHighestSequenceAcrossTheWrap() {
    receive(65_530, 65_545);
    ReportBlock block = statistics.block(0);
    assertEquals(65_545, block.highestSequence());
    assertEquals(0, block.cumulativeLost());
  }

  @Test
  void beginsAnewAfterTwoPacketsOfAFarNumbering() {
    receive(100, 110);
    receive(30_000, 30_010);
    ReportBlock block = statistics.block(0);
    assertEquals(30_010, block.highestSequence());
    assertEquals(0, block.cumulativeLost());
  }

  @Test
  void ignoresOneStrayPacket() {
    receive(100, 110);
    receive(30_000, 30_000);
    receive(111, 112);
    assertEquals(112, statistics.block(0).highestSequence());
  }

  @Test
  void measuresJitterAsRfc3550Has() {
    statistics.received(0, 0, 0);
    statistics.received(1, 900, 10 * MILLI);
    statistics.received(2, 1800, 30 * MILLI);
    // 10 ms late are 900 units: 900/16
    assertEquals(56, statistics.block(0).jitter());
  }

  @Test
  void refersToTheLastSenderReport() {
    receive(0, 1);
    statistics.senderReport(0x11112222_33334444L, 1_000 * MILLI);
    ReportBlock block = statistics.block(2_500 * MILLI);
    assertEquals(0x22223333, block.lastSenderReport());
    assertEquals(65_536 * 3 / 2, block.delaySinceLastSenderReport());
  }

  @Test
  void reportsASilentSource() {
    assertEquals(new ReportBlock(9, 0, 0, 0, 0, 0, 0), statistics.block(0));
  }
}
