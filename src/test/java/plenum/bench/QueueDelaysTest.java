package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class QueueDelaysTest {

  @Test
  void areBitsByTheRate() {
    QueueDelays delays = new QueueDelays();
    for (int look = 1; look <= 100; look++) {
      delays.add(look / 10.0, 125L * look, 1000);
    }
    assertEquals(51, delays.percentile(0.5), 1e-9);
    assertEquals(96, delays.percentile(0.95), 1e-9);
    assertEquals(100, delays.percentile(1), 1e-9);
  }

  @Test
  void tellWhenTheyWereLongForTheLastTime() {
    QueueDelays delays = new QueueDelays();
    assertEquals(0, delays.lastAbove(150));
    delays.add(1, 60_000, 600);
    delays.add(2, 15_000, 600);
    delays.add(3, 11_000, 600);
    assertEquals(2, delays.lastAbove(150));
    assertEquals(1, delays.lastAbove(200));
  }
}
