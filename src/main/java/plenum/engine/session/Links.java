package plenum.engine.session;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import plenum.engine.estimate.EstimateSettings;

/**
 * The ways through the network to those who play: one for all connections of one viewer from one
 * address. Lives in the media loop's thread.
 */
final class Links {

  /** Whoever has no name shares with nobody. */
  private record Way(String viewer, InetAddress address) {}

  private final Optional<EstimateSettings> settings;
  private final Alarm.Timer timer;
  private final Map<Way, PlayerLink> links = new HashMap<>();

  /**
   * @param settings empty: nothing is estimated
   * @param timer runs what cannot wait for the next tick
   */
  Links(Optional<EstimateSettings> settings, Alarm.Timer timer) {
    this.settings = settings;
    this.timer = timer;
  }

  /** The way of a session that plays, new if need be; empty where nothing is estimated. */
  Optional<PlayerLink> obtain(SessionIdentity identity, long nowNanos) {
    Way way = new Way(identity.viewer().orElse(identity.id()), identity.address());
    return settings.map(
        bounds -> links.computeIfAbsent(way, added -> new PlayerLink(bounds, timer, nowNanos)));
  }

  /** Some times a second. */
  void tick(long nowNanos) {
    Iterator<PlayerLink> all = links.values().iterator();
    while (all.hasNext()) {
      PlayerLink link = all.next();
      if (link.unused()) {
        all.remove();
      } else {
        link.tick(nowNanos);
      }
    }
  }

  int count() {
    return links.size();
  }
}
