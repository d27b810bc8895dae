package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedLink.MILLI;
import static plenum.engine.estimate.Simulation.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The test cases of RFC 8867 that one sender meets: their capacities, delays (50 ms one way) and
 * queues (300 ms, the last one drops), with what RFC 8868 wants to know: how long it takes to
 * adapt, how long packets wait, how much of the link is used, who gets how much of it.
 */
class PublishedCasesTest {

  private static final long DELAY = 50 * MILLI;
  private static final long QUEUE = 300 * MILLI;

  private final List<Simulation> flows = new ArrayList<>();
  private final List<SimulatedTcp> downloads = new ArrayList<>();
  private SimulatedLink network;
  private long now;

  private void network(LongToDoubleFunction capacity) {
    network = new SimulatedLink(capacity, DELAY, QUEUE, 0, at -> 0);
  }

  private void flow(LongToDoubleFunction wanted) {
    flows.add(new Simulation(network, wanted, EstimateSettings.defaults(), now));
  }

  /** Goes on until then; answers the bits a second of each flow's pictures meanwhile. */
  private List<Double> until(double seconds) {
    long begun = now;
    long end = (long) (seconds * SECOND);
    flows.forEach(flow -> flow.waits.clear());
    List<Long> before = flows.stream().map(flow -> flow.videoBytes).toList();
    for (; now < end; now += MILLI) {
      flows.forEach(Simulation::step);
      downloads.forEach(download -> download.step(now));
    }
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      long bits = (flows.get(i).videoBytes - before.get(i)) * Byte.SIZE;
      rates.add(bits * (double) SECOND / (end - begun));
    }
    return rates;
  }

  private static double sum(List<Double> rates) {
    return rates.stream().mapToDouble(rate -> rate).sum();
  }

  private static void between(double min, double max, double value) {
    assertTrue(min <= value && value <= max, value + " is not from " + min + " to " + max);
  }

  /** Of the packets since the last look 95 % waited no longer. */
  private void waited(long millis) {
    long waited = flows.get(0).waited95();
    assertTrue(waited <= millis, waited + " ms");
  }

  /**
   * How equal they are: 1 where all have the same, one part of how many there are if one has all.
   */
  private static double fairness(List<Double> rates) {
    double squares = rates.stream().mapToDouble(rate -> rate * rate).sum();
    return sum(rates) * sum(rates) / (rates.size() * squares);
  }

  /** Section 5.1: after two seconds, or four where there is more, it is used and nobody waits. */
  @Test
  void variableCapacityWithOneFlow() {
    network(
        at -> 1e6 * (at < 40 * SECOND ? 1 : at < 60 * SECOND ? 2.5 : at < 80 * SECOND ? 0.6 : 1));
    flow(at -> 1.5e6);
    until(2);
    between(0.80e6, 0.95e6, sum(until(40)));
    waited(120);
    until(45);
    between(1.45e6, 1.52e6, sum(until(60)));
    waited(30);
    until(62);
    between(0.45e6, 0.58e6, sum(until(80)));
    waited(130);
    until(84);
    between(0.80e6, 0.95e6, sum(until(100)));
    waited(120);
  }

  /** Section 5.2. */
  @Test
  void variableCapacityWithTwoFlows() {
    double[] parts = {2, 1, 1.75, 0.5, 1};
    network(at -> 2e6 * parts[(int) Math.min(4, at / (25 * SECOND))]);
    flow(at -> 2.5e6);
    flow(at -> 2.5e6);
    for (int part = 0; part < parts.length; part++) {
      until(25 * part + 10);
      List<Double> rates = until(25 * (part + 1));
      between(0.7 * 2e6 * parts[part], 2e6 * parts[part], sum(rates));
      assertTrue(fairness(rates) > 0.7, part + ": " + rates);
      waited(130);
    }
  }

  /** Section 5.4: nobody is starved by who was there before, or by who comes. */
  @Test
  void threeFlowsThatComeOneAfterTheOther() {
    network(at -> 3.5e6);
    flow(at -> 2.5e6);
    until(20);
    flow(at -> 2.5e6);
    until(40);
    flow(at -> 2.5e6);
    until(50);
    List<Double> rates = until(120);
    between(0.8 * 3.5e6, 3.5e6, sum(rates));
    assertTrue(fairness(rates) > 0.8, rates.toString());
    waited(100);
  }

  /** Section 5.8: what one leaves the others take, and the one that comes back gets its part. */
  @Test
  void pausesAndComesBack() {
    network(at -> 3.5e6);
    flow(at -> at > 40 * SECOND && at < 60 * SECOND ? 0 : 2.5e6);
    flow(at -> 2.5e6);
    flow(at -> 2.5e6);
    until(10);
    between(0.75 * 3.5e6, 3.5e6, sum(until(40)));
    until(50);
    between(0.8 * 3.5e6, 3.5e6, sum(until(60)));
    until(75);
    List<Double> rates = until(120);
    between(0.8 * 3.5e6, 3.5e6, sum(rates));
    assertTrue(rates.get(0) > 0.5e6 && fairness(rates) > 0.65, rates.toString());
    waited(120);
  }

  /**
   * Section 5.7: downloads of some hundred kilobytes come and go. They fill the queue, whatever is
   * given up for it; after each of them the rate comes back.
   */
  @Test
  void shortDownloads() {
    network(at -> 2e6);
    flow(at -> 1.5e6);
    Random random = new Random(17);
    until(10);
    double all = 0;
    for (int i = 0; i < 6; i++) {
      downloads.add(new SimulatedTcp(network, 100_000 + random.nextInt(400_000)));
      all += sum(until(10 + 20 * i + 10));
      between(1.2e6, 1.52e6, sum(until(10 + 20 * (i + 1))));
    }
    assertTrue(all / 6 > 0.3e6, "while it lasts, and shortly after: " + all / 6);
  }
}
