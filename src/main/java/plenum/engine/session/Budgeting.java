package plenum.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plenum.engine.SendingLimits;
import plenum.engine.estimate.Pool;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.estimate.Viewer;

/**
 * Keeps what one media loop sends within the site's limits, together with other loops that use the
 * same {@link SiteBudget}. Lives in the media loop's thread.
 */
final class Budgeting {

  private final Sessions sessions;
  private final Links links;
  private final SiteBudget site;
  private SendingLimits limits = SendingLimits.NONE;

  Budgeting(Sessions sessions, Links links, SiteBudget site) {
    this.sessions = sessions;
    this.links = links;
    this.site = site;
  }

  /** From now on these hold. */
  void limit(SendingLimits now, long nowNanos) {
    limits = now;
    sessions.all().forEach(session -> session.toll().collect());
    sessions.all().forEach(this::enter);
    links.limit(limits, nowNanos);
    tick(nowNanos);
  }

  /** What that session is sent is counted. */
  void enter(Session session) {
    session.toll().limit(limits, site);
  }

  /** Some times a second. */
  void tick(long nowNanos) {
    if (limits.any()) {
      site.report(this, viewers(nowNanos), sent(), nowNanos);
      links.each(link -> link.limit(site.limits().get(link.id())));
    }
  }

  private List<Viewer> viewers(long nowNanos) {
    List<Viewer> viewers = new ArrayList<>();
    links.each(link -> viewers.add(link.claim(limits, nowNanos)));
    return viewers;
  }

  private Map<Pool, SiteBudget.Sent> sent() {
    Map<Pool, SiteBudget.Sent> sent = new HashMap<>();
    for (Session session : sessions.all()) {
      SiteBudget.Sent its = session.toll().collect();
      for (Pool pool : session.toll().pools(limits)) {
        sent.merge(pool, its, SiteBudget.Sent::plus);
      }
    }
    links.each(
        link -> {
          SiteBudget.Sent waits = new SiteBudget.Sent(link.departures().moreWaits(), 0);
          link.pools(limits).forEach(pool -> sent.merge(pool, waits, SiteBudget.Sent::plus));
        });
    return sent;
  }
}
