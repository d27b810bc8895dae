package plenum.admin;

import java.time.Instant;
import java.util.List;
import plenum.database.traffic.KeptTraffic;

/**
 * How much there was at one moment, or on average of some.
 *
 * @param people on a media node: its sessions
 * @param receivedKbps kilobits per second from all publishers
 * @param sentKbps the same to all players
 */
public record Sample(
    Instant at, double people, double streams, double receivedKbps, double sentKbps) {

  /** As it is kept; a node's sessions are its people. */
  static Sample of(KeptTraffic kept) {
    return new Sample(kept.at(), kept.people(), kept.streams(), kept.received(), kept.sent());
  }

  /** What is kept of it. */
  KeptTraffic kept(String node) {
    return new KeptTraffic(at, node, people, streams, receivedKbps, sentKbps);
  }

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
