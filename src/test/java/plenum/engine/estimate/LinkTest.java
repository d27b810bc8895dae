package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedLink.MILLI;
import static plenum.engine.estimate.Simulation.SECOND;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate on simulated links, in deterministic time. */
class LinkTest {

  /** A picture in its full layer. */
  private static final double FULL = 2_500_000;

  private static Simulation of(SimulatedLink network) {
    return new Simulation(network, now -> FULL);
  }

  private static void between(double min, double max, double value) {
    assertTrue(min <= value && value <= max, value + " is not from " + min + " to " + max);
  }

  @Test
  void findsWithinASecondThatAWideLinkCarriesAll() {
    Simulation simulation = of(SimulatedLink.of(20e6, 10, 200));
    simulation.run(1);
    between(0.95 * FULL, 1.05 * FULL, simulation.run(1));
    assertFalse(simulation.waited95() > 20);
  }

  @Test
  void neverBelievesMuchMoreThanArrived() {
    Simulation simulation = new Simulation(SimulatedLink.of(1e9, 10, 200), now -> 300_000);
    simulation.run(120);
    assertTrue(simulation.link.bitrate() <= EstimateSettings.defaults().start());
    Simulation more = of(SimulatedLink.of(1e9, 10, 200));
    more.run(120);
    between(FULL, 1.5 * FULL, more.link.bitrate());
  }

  @Test
  void fillsThreeMegabitsAndNoQueue() {
    Simulation simulation = new Simulation(SimulatedLink.of(3e6, 20, 400), now -> 6e6);
    simulation.run(5);
    simulation.waited95();
    between(2.4e6, 3e6, simulation.run(60));
    between(0, 120, simulation.waited95());
  }

  @Test
  void adaptsWithinTwoSecondsAndIsBackWithinTen() {
    Simulation simulation =
        of(
            new SimulatedLink(
                now -> now < 15 * SECOND || now > 45 * SECOND ? 5e6 : 0.6e6,
                20 * MILLI,
                300 * MILLI,
                0,
                now -> 0));
    simulation.run(15);
    simulation.run(2);
    simulation.waited95();
    between(0.25e6, 0.6e6, simulation.run(3));
    between(0, 60, simulation.waited95());
    between(0.4e6, 0.6e6, simulation.run(25));
    simulation.run(9);
    between(0.95 * FULL, 1.05 * FULL, simulation.run(1));
  }

  @Test
  void doesNotMistakeRandomLossesForCongestion() {
    Simulation simulation =
        of(new SimulatedLink(now -> 1e6, 50 * MILLI, 500 * MILLI, 0.02, now -> 0));
    simulation.run(3);
    simulation.waited95();
    between(0.7e6, 0.95e6, simulation.run(177));
    between(0, 150, simulation.waited95());
  }

  @Test
  void learnsThatALinkLosesPacketsWhateverIsSent() {
    Simulation simulation =
        of(new SimulatedLink(now -> 5e6, 50 * MILLI, 500 * MILLI, 0.15, now -> 0));
    simulation.run(10);
    between(0.9 * FULL, 1.05 * FULL, simulation.run(30));
  }

  @Test
  void findsAShortQueueByItsLosses() {
    Simulation simulation = of(SimulatedLink.of(1e6, 20, 60));
    simulation.run(5);
    between(0.7e6, 1.05e6, simulation.run(30));
    between(0, 0.12, simulation.link.lossRatio());
  }

  @Test
  void isNotMisledByJitterWithoutAQueue() {
    Random random = new Random(3);
    // Delivered in one go each 30 ms, and now and then 80 ms later, as Wi-Fi does.
    Simulation simulation =
        of(
            new SimulatedLink(
                now -> 20e6,
                10 * MILLI,
                300 * MILLI,
                0,
                now ->
                    30 * MILLI
                        - now % (30 * MILLI)
                        + (random.nextInt(200) == 0 ? 80 * MILLI : 0)
                        + random.nextInt(8) * MILLI));
    simulation.run(2);
    between(0.95 * FULL, 1.05 * FULL, simulation.run(60));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 200, 300, 600})
  void isNotStarvedByADownload(int queueMillis) {
    Simulation simulation = of(SimulatedLink.of(3e6, 25, queueMillis));
    SimulatedTcp download = new SimulatedTcp(simulation.network);
    simulation.others.add(() -> download.step(simulation.now));
    simulation.run(10);
    between(0.25e6, 2e6, simulation.run(120));
    assertTrue(download.bytes * 8 / 130.0 > 1e6, "nor does it starve the download");
  }

  @Test
  void recoversFromAnOutage() {
    Simulation simulation =
        of(
            new SimulatedLink(
                now -> now > 15 * SECOND && now < 18 * SECOND ? 1 : 5e6,
                20 * MILLI,
                300 * MILLI,
                0,
                now -> 0));
    simulation.run(17.9);
    assertTrue(simulation.link.bitrate() < 2e6, "halves while nothing is heard");
    simulation.run(3);
    between(0.9 * FULL, 1.05 * FULL, simulation.run(2));
  }

  /**
   * One overfull moment of the queue is one reason to send less, not one for each of its losses.
   */
  @Test
  void whatOverflowedBeforeLessWasSentIsNoReasonForLess() {
    Simulation simulation =
        of(
            new SimulatedLink(
                now -> now > 20 * SECOND ? 1e6 : 4e6, 50 * MILLI, 400 * MILLI, 0, now -> 0));
    simulation.run(25);
    between(0.6e6, 1.1e6, simulation.link.bitrate());
  }

  @Test
  void comesBackFromNothing() {
    Simulation simulation =
        of(
            new SimulatedLink(
                now -> now < 60 * SECOND ? 0.08e6 : 5e6, 20 * MILLI, 300 * MILLI, 0, now -> 0));
    simulation.run(60);
    between(0, 0.1e6, simulation.link.bitrate());
    simulation.run(10);
    between(0.9 * FULL, 1.05 * FULL, simulation.run(2));
  }

  @Test
  void halvesWhereFeedbackStops() {
    Simulation simulation = of(SimulatedLink.of(20e6, 10, 200));
    simulation.run(5);
    long before = simulation.link.bitrate();
    simulation.silent = true;
    simulation.run(1);
    assertEquals(before, simulation.link.bitrate());
    simulation.run(30);
    assertEquals(EstimateSettings.defaults().min(), simulation.link.bitrate());
  }

  @Test
  void knowsNothingOfAPlayerThatNeverTells() {
    Simulation simulation = of(SimulatedLink.of(20e6, 10, 200));
    simulation.silent = true;
    simulation.run(4.9);
    assertFalse(simulation.link.dumb(simulation.now));
    simulation.run(0.2);
    assertTrue(simulation.link.dumb(simulation.now));
    assertEquals(EstimateSettings.defaults().start(), simulation.link.bitrate());
  }

  @Test
  void growsWithoutPadding() {
    Simulation simulation = of(SimulatedLink.of(20e6, 10, 200));
    simulation.padded = false;
    simulation.link.padded(false);
    simulation.run(20);
    between(0.9 * FULL, 1.05 * FULL, simulation.run(5));
  }

  /**
   * Where only pictures are sent and none of them fits any more, nothing is sent and so nothing is
   * told: after an outage it must be tried again all the same.
   */
  @Test
  void triesAgainWhenNothingIsSent() {
    Simulation simulation = of(SimulatedLink.of(5e6, 20, 300));
    simulation.link.padded(false);
    simulation.padded = false;
    simulation.sound = false;
    simulation.least = 160_000;
    simulation.run(15);
    simulation.silent = true;
    simulation.run(10);
    simulation.silent = false;
    simulation.run(20);
    between(0.9 * FULL, 1.05 * FULL, simulation.run(2));
  }
}
