package plenum.database.traffic;

import java.time.Instant;
import java.util.Objects;

/**
 * How much there was in some minutes, on average.
 *
 * @param at their end
 * @param node the name of the media node; empty for the site
 * @param people on a node: its sessions
 * @param received kilobits per second from publishers
 * @param sent the same to players
 */
public record KeptTraffic(
    Instant at, String node, double people, double streams, double received, double sent) {

  public KeptTraffic {
    Objects.requireNonNull(at, "it was at some time");
    Objects.requireNonNull(node, "the site's name is empty");
  }
}
