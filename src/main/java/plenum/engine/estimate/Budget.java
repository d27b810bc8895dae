package plenum.engine.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shares budgets among viewers by the same order as a link among pictures: everybody's sound, the
 * smallest pictures rank by rank, then more of them, rank by rank and equally; then what is left,
 * equally, so that a limit says what there is and not what was asked for. Whoever gets no picture
 * at all has sound alone; that is the last step.
 *
 * <p>With a hundred viewers in a few budgets it takes well under a millisecond.
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

  /** By viewer, the places of its budgets in {@link #left}. */
  private final int[][] pools;

  private final double[] left;
  private final double[] given;
  private final boolean[] pictured;

  /** By viewer and rank, how much more its pictures want that have the least. */
  private final double[][] more;

  private Budget(List<Viewer> viewers) {
    this.viewers = viewers;
    List<Pool> all =
        viewers.stream().flatMap(viewer -> viewer.pools().stream()).distinct().toList();
    this.left = all.stream().mapToDouble(Pool::bitrate).toArray();
    this.pools =
        viewers.stream()
            .map(viewer -> viewer.pools().stream().mapToInt(all::indexOf).toArray())
            .toArray(int[][]::new);
    this.given = new double[viewers.size()];
    this.pictured = new boolean[viewers.size()];
    this.more = new double[viewers.size()][Rank.values().length];
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
      budget.equally(rank);
    }
    budget.rest();
    return budget.limits();
  }

  private double room(int i) {
    double room = viewers.get(i).link() - given[i];
    for (int pool : pools[i]) {
      room = Math.min(room, left[pool]);
    }
    return room;
  }

  private void give(int i, double bits) {
    given[i] += bits;
    for (int pool : pools[i]) {
      left[pool] -= bits;
    }
  }

  /** Everybody's first picture of that rank before anybody's second. */
  private void smallest(Rank rank) {
    List<List<Need>> needs =
        viewers.stream()
            .map(viewer -> viewer.needs().stream().filter(need -> need.rank() == rank).toList())
            .toList();
    int most = needs.stream().mapToInt(List::size).max().orElse(0);
    for (int round = 0; round < most; round++) {
      for (int i = 0; i < given.length; i++) {
        if (round < needs.get(i).size()) {
          begin(i, needs.get(i).get(round));
        }
      }
    }
  }

  private void begin(int i, Need need) {
    if (room(i) >= need.least()) {
      give(i, need.least());
      pictured[i] = true;
      more[i][need.rank().ordinal()] += need.most() - need.least();
    }
  }

  private void equally(Rank rank) {
    equally(Arrays.stream(more).mapToDouble(ranks -> ranks[rank.ordinal()]).toArray());
  }

  /** Everybody gets as much as everybody else, until it is enough or there is no room. */
  private void equally(double[] wanted) {
    int[] users = new int[left.length];
    double[] shares = new double[left.length];
    while (count(wanted, users) > 0) {
      for (int pool = 0; pool < left.length; pool++) {
        shares[pool] = left[pool] / Math.max(1, users[pool]);
      }
      for (int i = 0; i < wanted.length; i++) {
        if (isOpen(i, wanted)) {
          double part = part(i, wanted, shares);
          give(i, part);
          wanted[i] -= part;
        }
      }
    }
  }

  /** How many want more and have room for it, in all and of each pool. */
  private int count(double[] wanted, int[] users) {
    Arrays.fill(users, 0);
    int all = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (isOpen(i, wanted)) {
        all++;
        for (int pool : pools[i]) {
          users[pool]++;
        }
      }
    }
    return all;
  }

  private boolean isOpen(int i, double[] wanted) {
    return Math.min(wanted[i], room(i)) >= NOTHING;
  }

  /** A part of each of its pools that all others can have, too. */
  private double part(int i, double[] wanted, double[] shares) {
    double part = Math.min(wanted[i], viewers.get(i).link() - given[i]);
    for (int pool : pools[i]) {
      part = Math.min(part, shares[pool]);
    }
    return part;
  }

  /** What nobody needs now is there for who needs more before this is shared out again. */
  private void rest() {
    double[] endless = new double[given.length];
    Arrays.fill(endless, Double.MAX_VALUE);
    equally(endless);
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
