package plenum.quality;

import java.util.OptionalInt;

/** The average of numbers, without keeping them. */
final class Mean {

  private long sum;
  private int count;

  void add(OptionalInt number) {
    number.ifPresent(this::add);
  }

  void add(int number) {
    sum += number;
    count++;
  }

  /** Rounded; empty of none. */
  OptionalInt value() {
    return count == 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(sum / (double) count));
  }
}
