package plenum.engine.session;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.SiteBudget;

/**
 * The ways through the network to those who play: one for all connections of one viewer from one
 * address. Lives in the media loop's thread.
 */
final class Links {

  /** Whoever has no name shares with nobody. */
  private record Way(String viewer, InetAddress address) {}

  private final Optional<EstimateSettings> settings;
  private final Alarm.Timer timer;
  private final Map<Way, PlayerLink> links = new LinkedHashMap<>();
  private final SiteBudget site;
  private final FairQueue queue;
  private SendingLimits limits = SendingLimits.NONE;

  /**
   * @param settings empty: nothing is estimated
   * @param timer runs what cannot wait for the next tick
   * @param site its budgets
   */
  Links(Optional<EstimateSettings> settings, Alarm.Timer timer, SiteBudget site) {
    this.settings = settings;
    this.timer = timer;
    this.site = site;
    this.queue = new FairQueue(timer);
  }

  /** Whether it is found out what ways carry. */
  boolean estimates() {
    return settings.isPresent();
  }

  /** The way of a session that plays, new if need be. */
  PlayerLink obtain(SessionIdentity identity, long nowNanos) {
    Way way = new Way(identity.viewer().orElse(identity.id()), identity.address());
    return links.computeIfAbsent(way, added -> begin(identity, nowNanos));
  }

  private PlayerLink begin(SessionIdentity identity, long nowNanos) {
    EstimateSettings bounds = settings.orElse(EstimateSettings.defaults());
    Membership membership = new Membership(identity.address(), identity.place());
    PlayerLink link = new PlayerLink(bounds, membership, timer, queue, nowNanos);
    link.limited(limits, site, nowNanos);
    return link;
  }

  /** From now on these hold: before anybody has a share there is sound alone. */
  void limit(SendingLimits now, long nowNanos) {
    limits = now;
    links.values().forEach(link -> link.limited(limits, site, nowNanos));
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

  /** All of them, the oldest first. */
  void each(Consumer<PlayerLink> one) {
    links.values().forEach(one);
  }

  int count() {
    return links.size();
  }
}
