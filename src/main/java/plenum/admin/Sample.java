package plenum.admin;

import java.time.Instant;
import java.util.List;

/**
 * How much there was at one moment, or on average of some.
 *
 * @param receivedKbps kilobits per second from all publishers
 * @param sentKbps the same to all players
 */
record Sample(Instant at, double people, double streams, double receivedKbps, double sentKbps) {

  /** The average, at the time of the last. */
  static Sample average(List<Sample> samples) {
    return new Sample(
        samples.get(samples.size() - 1).at(),
        samples.stream().mapToDouble(Sample::people).average().orElse(0),
        samples.stream().mapToDouble(Sample::streams).average().orElse(0),
        samples.stream().mapToDouble(Sample::receivedKbps).average().orElse(0),
        samples.stream().mapToDouble(Sample::sentKbps).average().orElse(0));
  }
}
