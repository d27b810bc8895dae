package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedLink.MILLI;
import static plenum.engine.estimate.Simulation.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/** Flows and downloads over one bottleneck, as the cases of RFC 8867 have them. */
final class SimulatedFlows {

  private static final long DELAY = 50 * MILLI;
  private static final long QUEUE = 300 * MILLI;

  private final List<Simulation> flows = new ArrayList<>();
  private final List<Long> before = new ArrayList<>();
  private final List<SimulatedTcp> downloads = new ArrayList<>();
  private SimulatedLink network;
  private long now;
  private long begun;

  /** With a delay of 50 ms one way, and a queue of 300 ms. */
  SimulatedFlows over(LongToDoubleFunction capacity) {
    return over(new SimulatedLink(capacity, DELAY, QUEUE, 0, at -> 0));
  }

  SimulatedFlows over(SimulatedLink link) {
    network = link;
    return this;
  }

  SimulatedLink network() {
    return network;
  }

  Simulation flow(LongToDoubleFunction wanted) {
    return flow(wanted, 0);
  }

  /**
   * @param farNanos more delay one way than others have
   */
  Simulation flow(LongToDoubleFunction wanted, long farNanos) {
    flows.add(new Simulation(network, wanted, EstimateSettings.defaults(), now, farNanos));
    return flows.get(flows.size() - 1);
  }

  SimulatedTcp download(long bytes) {
    downloads.add(new SimulatedTcp(network, bytes));
    return downloads.get(downloads.size() - 1);
  }

  double seconds() {
    return now / (double) SECOND;
  }

  /** Goes on until then; answers the bits a second of each flow's pictures meanwhile. */
  List<Double> until(double seconds) {
    begin();
    while (now < (long) (seconds * SECOND)) {
      step();
    }
    return rates();
  }

  void begin() {
    begun = now;
    before.clear();
    flows.forEach(flow -> flow.waits.clear());
    flows.forEach(flow -> before.add(flow.videoBytes));
  }

  void step() {
    flows.forEach(Simulation::step);
    downloads.forEach(download -> download.step(now));
    now += MILLI;
  }

  /** Bits a second of each flow's pictures since it was begun. */
  List<Double> rates() {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      long bits = (flows.get(i).videoBytes - before.get(i)) * Byte.SIZE;
      rates.add(bits * (double) SECOND / (now - begun));
    }
    return rates;
  }

  /** Of the first flow's packets since it was begun 95 % waited no longer. */
  void waited(long millis) {
    long waited = flows.get(0).waited95();
    assertTrue(waited <= millis, waited + " ms");
  }

  static double sum(List<Double> rates) {
    return rates.stream().mapToDouble(rate -> rate).sum();
  }

  static void between(double min, double max, double value) {
    assertTrue(min <= value && value <= max, value + " is not from " + min + " to " + max);
  }

  /**
   * How equal they are: 1 where all have the same, one part of how many there are if one has all.
   */
  static double fairness(List<Double> rates) {
    double squares = rates.stream().mapToDouble(rate -> rate * rate).sum();
    return sum(rates) * sum(rates) / (rates.size() * squares);
  }
}
