package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedFlows.between;
import static plenum.engine.estimate.SimulatedFlows.fairness;
import static plenum.engine.estimate.SimulatedFlows.sum;
import static plenum.engine.estimate.SimulatedLink.MILLI;
import static plenum.engine.estimate.Simulation.SECOND;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The test cases of RFC 8867 without downloads: their capacities, delays (50 ms one way) and queues
 * (300 ms, the last one drops), with what RFC 8868 wants to know: how long it takes to adapt, how
 * long packets wait, how much of the link is used, who gets how much of it.
 */
class PublishedCasesTest {

  private final SimulatedFlows flows = new SimulatedFlows();

  /** Section 5.1: after two seconds, or four where there is more, it is used and nobody waits. */
  @Test
  void variableCapacityWithOneFlow() {
    flows.over(
        at -> 1e6 * (at < 40 * SECOND ? 1 : at < 60 * SECOND ? 2.5 : at < 80 * SECOND ? 0.6 : 1));
    flows.flow(at -> 1.5e6);
    flows.until(2);
    between(0.80e6, 0.95e6, sum(flows.until(40)));
    flows.waited(100);
    flows.until(45);
    between(1.45e6, 1.52e6, sum(flows.until(60)));
    flows.waited(30);
    flows.until(62);
    between(0.45e6, 0.58e6, sum(flows.until(80)));
    flows.waited(100);
    flows.until(84);
    between(0.80e6, 0.95e6, sum(flows.until(100)));
    flows.waited(100);
  }

  /** Section 5.2. */
  @Test
  void variableCapacityWithTwoFlows() {
    double[] parts = {2, 1, 1.75, 0.5, 1};
    flows.over(at -> 2e6 * parts[(int) Math.min(4, at / (25 * SECOND))]);
    flows.flow(at -> 2.5e6);
    flows.flow(at -> 2.5e6);
    for (int part = 0; part < parts.length; part++) {
      flows.until(25 * part + 10);
      List<Double> rates = flows.until(25 * (part + 1));
      between(0.7 * 2e6 * parts[part], 2e6 * parts[part], sum(rates));
      assertTrue(fairness(rates) > 0.7, part + ": " + rates);
      flows.waited(140);
    }
  }

  /**
   * Section 5.3: the player's own pictures go the other way, and what it tells goes with them; both
   * ways become narrow, at times at the same time.
   */
  @Test
  void feedbackWaitsBehindPicturesThatGoTheOtherWay() {
    SimulatedFlows back = new SimulatedFlows();
    flows.over(
        at -> 1e6 * (at < 20 * SECOND ? 2 : at < 40 * SECOND ? 1 : at < 60 * SECOND ? 0.5 : 2));
    back.over(at -> 1e6 * (at < 35 * SECOND ? 2 : at < 70 * SECOND ? 0.8 : 2));
    flows.flow(at -> 1.5e6).receiver.tellsBy(back.network());
    back.flow(at -> 1.5e6).receiver.tellsBy(flows.network());
    until(flows, back, 5, 20, 1.4e6, 1.52e6, 1.4e6, 1.52e6);
    until(flows, back, 25, 35, 0.7e6, 1e6, 1.4e6, 1.52e6);
    until(flows, back, 45, 60, 0.3e6, 0.5e6, 0.5e6, 0.8e6);
    until(flows, back, 80, 100, 1.3e6, 1.52e6, 1.3e6, 1.52e6);
  }

  private static void until(
      SimulatedFlows there,
      SimulatedFlows back,
      double from,
      double to,
      double least,
      double most,
      double leastBack,
      double mostBack) {
    together(there, back, from);
    together(there, back, to);
    between(least, most, sum(there.rates()));
    between(leastBack, mostBack, sum(back.rates()));
    there.waited(140);
    back.waited(140);
  }

  private static void together(SimulatedFlows there, SimulatedFlows back, double seconds) {
    there.begin();
    back.begin();
    while (there.seconds() < seconds) {
      there.step();
      back.step();
    }
  }

  /** Section 5.4: nobody is starved by who was there before, or by who comes. */
  @Test
  void threeFlowsThatComeOneAfterTheOther() {
    flows.over(at -> 3.5e6);
    flows.flow(at -> 2.5e6);
    flows.until(20);
    flows.flow(at -> 2.5e6);
    flows.until(40);
    flows.flow(at -> 2.5e6);
    flows.until(50);
    List<Double> rates = flows.until(240);
    between(0.8 * 3.5e6, 3.5e6, sum(rates));
    assertTrue(fairness(rates) > 0.85, rates.toString());
    flows.waited(110);
  }

  /** Section 5.5: who is far away gets less than who is near, but is not starved. */
  @Test
  void farAndNearPlayersShareALink() {
    flows.over(new SimulatedLink(at -> 4e6, 10 * MILLI, 300 * MILLI, 0, at -> 0));
    int[] delays = {10, 25, 50, 100, 150};
    for (int i = 0; i < delays.length; i++) {
      flows.flow(at -> 2.5e6, (delays[i] - delays[0]) * MILLI);
      flows.until(10 * (i + 1));
    }
    flows.until(100);
    List<Double> rates = flows.until(300);
    between(0.7 * 4e6, 4e6, sum(rates));
    assertTrue(fairness(rates) > 0.7, rates.toString());
    assertTrue(rates.stream().allMatch(rate -> rate > 0.2e6), rates.toString());
    flows.waited(140);
  }

  /** Section 5.8: what one leaves the others take, and the one that comes back gets its part. */
  @Test
  void pausesAndComesBack() {
    flows.over(at -> 3.5e6);
    flows.flow(at -> at > 40 * SECOND && at < 60 * SECOND ? 0 : 2.5e6);
    flows.flow(at -> 2.5e6);
    flows.flow(at -> 2.5e6);
    flows.until(10);
    between(0.75 * 3.5e6, 3.5e6, sum(flows.until(40)));
    flows.until(50);
    between(0.8 * 3.5e6, 3.5e6, sum(flows.until(60)));
    flows.until(65);
    assertTrue(flows.until(75).get(0) > 0.5e6, "within 15 s");
    List<Double> rates = flows.until(240);
    between(0.8 * 3.5e6, 3.5e6, sum(rates));
    assertTrue(fairness(rates) > 0.85, rates.toString());
    flows.waited(120);
  }
}
