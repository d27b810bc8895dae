package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProbeTest {

  private static final long MILLI = SimulatedLink.MILLI;
  private static final int BYTES = 1000;

  /** Sends packets evenly, and a picture at the end, over a link that is free otherwise. */
  private static Probe sent(Probe probe, long millis, int packets, int picture, double capacity) {
    SimulatedLink link = SimulatedLink.of(capacity, 20, 500);
    for (int i = 0; i < packets + picture; i++) {
      long now = Math.min(i, packets - 1) * millis * MILLI / packets;
      probe.send(BYTES, now);
      probe.arrived(BYTES, now / 1000, link.send(BYTES, now) / 1000);
    }
    return probe;
  }

  @Test
  void aPictureAtItsEndIsNoSignOfANarrowLink() {
    Probe probe = sent(new Probe((byte) 1, 1.3e6, 0), 40, 6, 2, 2.5e6);
    assertTrue(probe.complete() && probe.carried(), "" + probe.result());
  }

  @Test
  void whatArrivesSlowerThanItWasSentWasNotCarried() {
    Probe probe = sent(new Probe((byte) 1, 2e6, 0), 40, 10, 0, 1e6);
    assertFalse(probe.carried());
    assertEquals(0.85 * 1e6, probe.result(), 0.05e6);
  }

  /** Nine tenths of it arrive, but at the cost of others: the queue grows while it lasts. */
  @Test
  void aLongOneThatMakesPacketsWaitWasNotCarried() {
    assertTrue(sent(proof(), 500, 60, 0, 1.1e6).carried());
    assertFalse(sent(proof(), 500, 60, 0, 0.91e6).carried());
  }

  private static Probe proof() {
    return new Probe((byte) 1, 0.96e6, 500 * MILLI, 250 * MILLI, 0);
  }
}
