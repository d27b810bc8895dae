package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.estimate.SimulatedLink;

/** All that is between a publisher's packets and a viewer's link, in deterministic time. */
class ViewerOnALinkTest {

  private static final long MILLI = SimulatedLink.MILLI;
  private static final double SECOND = 1e9;

  @Test
  void aWideLinkCarriesAllFromTheBeginning() {
    SimulatedViewer viewer = new SimulatedViewer(SimulatedLink.of(50e6, 10, 200), 6, true);
    viewer.run(1);
    assertEquals(720, viewer.height(0), viewer::toString);
    viewer.forget();
    viewer.run(20);
    assertEquals(720, viewer.height(0), viewer::toString);
    assertTrue(viewer.longestFreezeMillis(0) < 60, viewer::toString);
    assertTrue(viewer.padding < 100_000, viewer::toString);
  }

  @Test
  void aPictureOfWhichHalfTheFramesAreEnoughHasHalf() {
    SimulatedViewer viewer = new SimulatedViewer(SimulatedLink.of(50e6, 10, 200), 2, true);
    viewer.picture(1).calm(true);
    viewer.run(5);
    viewer.forget();
    viewer.run(10);
    assertEquals(303, viewer.shown(0), 5);
    assertEquals(152, viewer.shown(1), 5);
    assertTrue(viewer.longestFreezeMillis(1) < 100, viewer::toString);
    viewer.picture(1).calm(false);
    viewer.run(2);
    viewer.forget();
    viewer.run(10);
    assertEquals(303, viewer.shown(1), 5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void followsALinkThatBecomesSlowAndFastAgain(boolean repairing) {
    SimulatedLink network =
        new SimulatedLink(
            now -> now > 20 * SECOND && now < 50 * SECOND ? 600_000 : 5_000_000,
            20 * MILLI,
            400 * MILLI,
            0,
            now -> 0);
    SimulatedViewer viewer = new SimulatedViewer(network, 1, repairing);
    viewer.run(20);
    assertEquals(720, viewer.height(0), viewer::toString);
    viewer.run(2);
    assertTrue(viewer.height(0) < 720, viewer::toString);
    viewer.forget();
    viewer.run(27.9);
    if (repairing) { // Where there is no padding, media itself is what is tried.
      assertTrue(viewer.waited95() <= 150, viewer::toString);
    }
    assertEquals(0, viewer.soundsLate());
    double back = viewer.until(0, 720, 40);
    assertTrue(back <= (repairing ? 10 : 35), () -> "after " + back + " s: " + viewer);
  }

  /** A shaper lets so many bytes pass at once, which a short probe takes for the link's rate. */
  @ParameterizedTest
  @ValueSource(ints = {0, 8 * 1024, 16 * 1024, 24 * 1024})
  void aSlowLinkWithLossesIsNotOverfilled(int bucket) {
    SimulatedLink network =
        new SimulatedLink(now -> 1_000_000, 50 * MILLI, 400 * MILLI, 0.02, now -> 0, bucket);
    SimulatedViewer viewer = new SimulatedViewer(network, 5, true);
    viewer.run(12);
    viewer.forget();
    viewer.run(60);
    assertTrue(viewer.waited95() <= 150, viewer::toString);
    assertEquals(0, viewer.soundsLate());
    assertTrue(viewer.longestSoundGapMillis() <= 200, viewer::toString);
    for (int camera = 0; camera < 5; camera++) {
      assertTrue(viewer.longestFreezeMillis(camera) < 1000, viewer::toString);
    }
  }

  /**
   * It lets some bytes pass at once and drops what is beyond its rate: there is no queue to see.
   */
  @Test
  void aPolicedLinkIsFollowedByItsLosses() {
    SimulatedLink network =
        new SimulatedLink(now -> 1_000_000, 50 * MILLI, 0, 0, now -> 0, 16 * 1024);
    SimulatedViewer viewer = new SimulatedViewer(network, 5, true);
    viewer.run(12);
    viewer.forget();
    viewer.run(60);
    assertTrue(viewer.longestSoundGapMillis() <= 400, viewer::toString);
    for (int camera = 0; camera < 5; camera++) {
      assertTrue(viewer.longestFreezeMillis(camera) < 2500, viewer::toString);
    }
  }

  /** Clients of others often tell nothing else than what they lost. */
  @Test
  void aLinkOfWhichLossesAloneAreToldIsFollowedByThem() {
    SimulatedLink network =
        new SimulatedLink(
            now -> now > 20 * SECOND && now < 80 * SECOND ? 700_000 : 5_000_000,
            20 * MILLI,
            200 * MILLI,
            0,
            now -> 0);
    SimulatedViewer viewer = SimulatedViewer.reporting(network, 1);
    viewer.run(20);
    assertEquals(720, viewer.height(0), viewer::toString);
    viewer.run(6);
    assertTrue(viewer.height(0) < 720, viewer::toString);
    viewer.forget();
    viewer.run(54);
    assertTrue(viewer.longestFreezeMillis(0) < 1500, viewer::toString);
    double back = viewer.until(0, 720, 90);
    assertTrue(back < 60, () -> "after " + back + " s: " + viewer);
  }

  /** It asks for all that is lost again and again, as aiortc does. */
  @Test
  void aLinkThatIsNarrowFromTheBeginningHasASmallPictureSoon() {
    SimulatedViewer viewer = SimulatedViewer.reporting(SimulatedLink.of(400_000, 20, 200), 1);
    viewer.run(5);
    assertTrue(viewer.height(0) < 720, viewer::toString);
    viewer.run(3);
    viewer.forget();
    viewer.run(20);
    assertTrue(viewer.longestFreezeMillis(0) < 1500, viewer::toString);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.12})
  void whatALinkLosesByItselfTakesNoPictureAway(double part) {
    SimulatedLink network =
        new SimulatedLink(now -> 5_000_000, 20 * MILLI, 400 * MILLI, part, now -> 0);
    SimulatedViewer viewer = SimulatedViewer.reporting(network, 2);
    viewer.run(60);
    assertEquals(720, viewer.height(0), viewer::toString);
    assertEquals(180, viewer.height(1), viewer::toString);
  }

  /** Where nothing changes nothing is shared out anew but once a second. */
  @Test
  void aStillLinkCostsNextToNothing() {
    SimulatedViewer viewer = new SimulatedViewer(SimulatedLink.of(50e6, 10, 200), 25, true);
    viewer.run(10);
    viewer.allocatedByTicks(5);
    viewer.run(3);
    long bytes = viewer.allocatedByTicks(5);
    assertTrue(bytes < 20_000, bytes + " bytes of five ticks for 25 cameras");
  }
}
