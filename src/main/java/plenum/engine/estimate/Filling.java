package plenum.engine.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * One sharing out of so many bits a second: first the smallest picture of each, in the order of
 * ranks; a screen's in full height, if that fits. Then, rank by rank, whatever is smallest becomes
 * better by a step. What does not fit leaves its bits to those that come after it.
 */
final class Filling {

  /** What takes so many times what there is would come too seldom to be of use. */
  private static final double INSISTED = 3;

  private final List<Ladder> ladders;
  private final int[] steps;
  private final int[] present;
  private final int[] caps;
  private final double margin;
  private double left;

  /**
   * @param present the step that each picture has now
   * @param caps the step that each may have at most
   * @param margin what is above the present steps costs so many times as much
   * @param insists whether a screen's smallest takes all that there is, where it does not fit
   */
  Filling(
      List<Ladder> ladders,
      int[] present,
      int[] caps,
      double margin,
      double bitrate,
      boolean insists) {
    this.ladders = ladders;
    this.present = present;
    this.caps = caps;
    this.margin = margin;
    this.left = bitrate;
    this.steps = new int[ladders.size()];
    Arrays.fill(steps, -1);
    for (Rank rank : Rank.values()) {
      begin(rank, insists && rank == Rank.SCREEN);
    }
    for (Rank rank : Rank.values()) {
      raise(rank);
    }
  }

  /** The step of each picture, -1 for none. */
  int[] steps() {
    return steps;
  }

  private void begin(Rank rank, boolean insists) {
    for (int i = 0; i < steps.length; i++) {
      boolean its = ladders.get(i).picture().rank() == rank;
      if (its && take(i, 0)) {
        if (rank == Rank.SCREEN) {
          inFullHeight(i);
        }
      } else if (its && insists) {
        takeAll(i);
      }
    }
  }

  private void takeAll(int i) {
    boolean any = ladders.get(i).size() > 0 && caps[i] >= 0;
    double most = INSISTED * left * (present[i] >= 0 ? margin : 1);
    if (any && ladders.get(i).bitrate(0) <= most) {
      steps[i] = 0;
      left = 0;
    }
  }

  private void inFullHeight(int i) {
    Ladder ladder = ladders.get(i);
    for (int to = ladder.size() - 1; to > 0; to--) {
      if (ladder.step(to).height() > ladder.step(to - 1).height() && take(i, to)) {
        return;
      }
    }
  }

  private void raise(Rank rank) {
    boolean[] stuck = new boolean[steps.length];
    for (int i = lowest(rank, stuck); i >= 0; i = lowest(rank, stuck)) {
      stuck[i] = !take(i, steps[i] + 1);
    }
  }

  /** Of those that have a picture and are not stuck, the one with the smallest; -1 for none. */
  private int lowest(Rank rank, boolean[] stuck) {
    int lowest = -1;
    for (int i = 0; i < steps.length; i++) {
      boolean candidate = !stuck[i] && steps[i] >= 0 && ladders.get(i).picture().rank() == rank;
      if (candidate && (lowest < 0 || steps[i] < steps[lowest])) {
        lowest = i;
      }
    }
    return lowest;
  }

  private boolean take(int i, int step) {
    if (step >= ladders.get(i).size() || step > caps[i]) {
      return false;
    }
    double more = cost(i, step) - cost(i, steps[i]);
    if (more > left) {
      return false;
    }
    left -= more;
    steps[i] = step;
    return true;
  }

  private double cost(int i, int step) {
    double now = ladders.get(i).bitrate(present[i]);
    double then = ladders.get(i).bitrate(step);
    return then <= now ? then : now + (then - now) * margin;
  }
}
