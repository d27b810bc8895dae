package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares budgets among viewers by the same order as a link among pictures: everybody's sound, the
 * smallest pictures rank by rank, then more of them, rank by rank and equally. Whoever gets no
 * picture at all has sound alone; that is the last step.
 */
public final class Budget {

  /** A rounding error is nobody's share. */
  private static final double NOTHING = 1;

  /**
   * What a viewer may be sent.
   *
   * @param bitrate bits a second
   * @param soundOnly whether there is no room for any of the pictures that it wants
   */
  public record Limit(long bitrate, boolean soundOnly) {}

  private final List<Viewer> viewers;
  private final Map<Pool, Double> left = new HashMap<>();
  private final double[] given;
  private final boolean[] pictured;

  private Budget(List<Viewer> viewers) {
    this.viewers = viewers;
    this.given = new double[viewers.size()];
    this.pictured = new boolean[viewers.size()];
    for (Viewer viewer : viewers) {
      viewer.pools().forEach(pool -> left.put(pool, (double) pool.bitrate()));
    }
  }

  /**
   * Shares all pools of these viewers out.
   *
   * @param viewers in the order in which they came: where not all smallest pictures fit, the first
   *     ones have theirs
   * @return each one's limit by its id
   */
  public static Map<String, Limit> share(List<Viewer> viewers) {
    Budget budget = new Budget(viewers);
    budget.equally(viewers.stream().mapToDouble(Viewer::sound).toArray());
    for (Rank rank : Rank.values()) {
      budget.smallest(rank);
    }
    for (Rank rank : Rank.values()) {
      budget.more(rank);
    }
    return budget.limits();
  }

  private double room(int i) {
    double room = viewers.get(i).link() - given[i];
    for (Pool pool : viewers.get(i).pools()) {
      room = Math.min(room, left.get(pool));
    }
    return room;
  }

  private void give(int i, double bits) {
    given[i] += bits;
    for (Pool pool : viewers.get(i).pools()) {
      left.merge(pool, -bits, Double::sum);
    }
  }

  private void smallest(Rank rank) {
    for (int i = 0; i < given.length; i++) {
      long least = viewers.get(i).least().getOrDefault(rank, 0L);
      if (least > 0 && room(i) >= least) {
        give(i, least);
        pictured[i] = true;
      }
    }
  }

  private void more(Rank rank) {
    double[] wanted = new double[given.length];
    for (int i = 0; i < wanted.length; i++) {
      Viewer viewer = viewers.get(i);
      long least = viewer.least().getOrDefault(rank, 0L);
      wanted[i] = pictured[i] ? viewer.most().getOrDefault(rank, 0L) - least : 0;
    }
    equally(wanted);
  }

  /** Everybody gets as much as everybody else, until it is enough or there is no room. */
  private void equally(double[] wanted) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      open.add(i);
    }
    while (true) {
      open.removeIf(i -> Math.min(wanted[i], room(i)) < NOTHING);
      if (open.isEmpty()) {
        return;
      }
      double each = each(open, wanted);
      for (int i : open) {
        give(i, each);
        wanted[i] -= each;
      }
    }
  }

  /** What all of them can be given. */
  private double each(List<Integer> open, double[] wanted) {
    Map<Pool, Integer> users = new HashMap<>();
    double each = Double.MAX_VALUE;
    for (int i : open) {
      viewers.get(i).pools().forEach(pool -> users.merge(pool, 1, Integer::sum));
      each = Math.min(each, Math.min(wanted[i], viewers.get(i).link() - given[i]));
    }
    for (Map.Entry<Pool, Integer> use : users.entrySet()) {
      each = Math.min(each, left.get(use.getKey()) / use.getValue());
    }
    return each;
  }

  private Map<String, Limit> limits() {
    Map<String, Limit> limits = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i++) {
      boolean soundOnly = viewers.get(i).wantsPictures() && !pictured[i];
      limits.put(viewers.get(i).id(), new Limit((long) given[i], soundOnly));
    }
    return limits;
  }
}
