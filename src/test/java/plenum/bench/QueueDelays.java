package plenum.bench;

import java.util.ArrayList;
import java.util.List;

/** How long packets waited before a narrow link, looked at again and again. */
final class QueueDelays {

  /** One look: seconds since the beginning, and the delay in milliseconds. */
  private record Look(double at, double delay) {}

  private final List<Look> looks = new ArrayList<>();

  /**
   * Notes a look.
   *
   * @param at seconds since the beginning
   * @param bytes that wait
   * @param kilobits a second that the link carries
   */
  void add(double at, long bytes, int kilobits) {
    looks.add(new Look(at, (double) bytes * Byte.SIZE / kilobits));
  }

  /**
   * The delay in milliseconds that so many of all looks had at most.
   *
   * @param part from 0 to 1
   */
  double percentile(double part) {
    double[] sorted = looks.stream().mapToDouble(Look::delay).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
  }

  /**
   * After how many seconds the delay was above these milliseconds for the last time; 0 if never.
   */
  double lastAbove(double milliseconds) {
    return looks.stream()
        .filter(look -> look.delay() > milliseconds)
        .mapToDouble(Look::at)
        .max()
        .orElse(0);
  }
}
