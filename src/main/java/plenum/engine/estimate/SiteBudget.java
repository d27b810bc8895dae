package plenum.engine.estimate;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The budgets of a site, used by one media loop or several: each reports some times a second what
 * its viewers need and what it has sent, and reads what each of them may be sent. Thread-safe.
 *
 * <p>Shares are of what is expected. What is sent beyond that, such as key frames and packets that
 * are sent again, or waits, fills a bucket that leaks with the budget; when that holds more than a
 * moment's worth, less is shared until it is empty again. What would not fit into a moment at all,
 * an {@link Outlet} has wait.
 */
public final class SiteBudget {

  /** A picture is given room for so many times what it takes on average. */
  static final double MARGIN = 1.1;

  /** What of a loop that reports no more counts no longer. */
  private static final long GONE_NANOS = TimeUnit.SECONDS.toNanos(2);

  /**
   * What was sent within a budget since the last report, with all headers.
   *
   * @param media bytes of what viewers get
   * @param other bytes of all that nobody shares out: what is told to publishers, checks,
   *     handshakes
   */
  public record Sent(long media, long other) {

    /** Nothing. */
    public static final Sent NOTHING = new Sent(0, 0);

    /** Both. */
    public Sent plus(Sent more) {
      return new Sent(media + more.media, other + more.other);
    }
  }

  /** As long as somebody has it: of each budget there is one. */
  private final Map<Pool, WeakReference<Outlet>> outlets = new HashMap<>();

  private record Report(List<Viewer> viewers, long nanos) {}

  private final Map<Object, Report> reports = new LinkedHashMap<>();
  private final Map<Pool, Spending> spending = new HashMap<>();
  private volatile Map<String, Budget.Limit> limits = Map.of();

  /**
   * Takes what a loop has to say, and shares all out anew.
   *
   * @param loop tells it from others
   * @param viewers all of its viewers, the oldest first
   * @param sent by it, within each budget
   */
  public synchronized void report(
      Object loop, List<Viewer> viewers, Map<Pool, Sent> sent, long nowNanos) {
    reports.put(loop, new Report(List.copyOf(viewers), nowNanos));
    reports.values().removeIf(report -> nowNanos - report.nanos() > GONE_NANOS);
    sent.forEach(
        (pool, bytes) ->
            spending.computeIfAbsent(pool, of -> new Spending(of, nowNanos)).add(bytes, nowNanos));
    spending.values().removeIf(one -> one.isOver(nowNanos));
    limits = Map.copyOf(Budget.share(claims()));
  }

  /** The viewers of all loops, in budgets from which is taken what is not theirs. */
  private List<Viewer> claims() {
    Map<Pool, Pool> rest = new HashMap<>();
    spending.forEach((pool, spent) -> rest.put(pool, new Pool(pool.name(), spent.left())));
    List<Viewer> claims = new ArrayList<>();
    for (Report report : reports.values()) {
      for (Viewer viewer : report.viewers()) {
        claims.add(
            new Viewer(
                viewer.id(),
                viewer.sound(),
                viewer.withMargin(MARGIN).needs(),
                viewer.link(),
                viewer.pools().stream().map(pool -> rest(pool, rest)).toList()));
      }
    }
    return claims;
  }

  private static Pool rest(Pool pool, Map<Pool, Pool> rest) {
    return rest.getOrDefault(pool, new Pool(pool.name(), (long) Outlet.steady(pool)));
  }

  /** Where these budgets run out: for all who ask, the same. */
  public synchronized List<Outlet> outlets(List<Pool> pools) {
    outlets.values().removeIf(one -> one.get() == null);
    List<Outlet> found = new ArrayList<>();
    for (Pool pool : pools) {
      WeakReference<Outlet> known = outlets.get(pool);
      Outlet outlet = known == null ? null : known.get();
      if (outlet == null) {
        outlet = new Outlet(pool);
        outlets.put(pool, new WeakReference<>(outlet));
      }
      found.add(outlet);
    }
    return found;
  }

  /** What each viewer may be sent, by its id; of a new one nothing is known yet. */
  public Map<String, Budget.Limit> limits() {
    return limits;
  }
}
