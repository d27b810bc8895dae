package plenum.bench;

import java.util.ArrayList;
import java.util.List;

/** How many bits a second passed, by a count of bytes that was looked at again and again. */
final class Rates {

  private static final long SECOND = 1_000_000_000;

  private record Look(long nanos, long bytes) {

    double rateSince(Look before) {
      return (bytes - before.bytes) * 8e9 / (nanos - before.nanos);
    }
  }

  private final List<Look> looks = new ArrayList<>();

  /**
   * One more look.
   *
   * @param bytes so far
   */
  void add(long nanos, long bytes) {
    looks.add(new Look(nanos, bytes));
  }

  /** The mean of each second, one after the other, in bit/s. */
  List<Double> seconds() {
    List<Double> all = new ArrayList<>();
    Look from = looks.get(0);
    for (Look look : looks) {
      if (look.nanos() - from.nanos() >= SECOND) {
        all.add(look.rateSince(from));
        from = look;
      }
    }
    return all;
  }

  /** Of the whole time, in bit/s; there are two looks at least. */
  double mean() {
    return looks.get(looks.size() - 1).rateSince(looks.get(0));
  }

  /** The most of any time that is so long, or the least longer that looks permit; in bit/s. */
  double most(double seconds) {
    double most = 0;
    int to = 0;
    for (Look from : looks) {
      while (to < looks.size() && looks.get(to).nanos() - from.nanos() < seconds * 1e9) {
        to++;
      }
      most = to == looks.size() ? most : Math.max(most, looks.get(to).rateSince(from));
    }
    return most;
  }
}
