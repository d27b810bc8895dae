package plenum.engine.rtcp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The statuses of one transport-wide feedback, by sequence number from its base on: whole numbers
 * that are not boxed, as there are some for each packet.
 */
public final class Deltas {

  private final int[] values;

  private Deltas(int[] values) {
    this.values = values;
  }

  /** A copy of these. */
  public static Deltas of(int... values) {
    return new Deltas(values.clone());
  }

  /** The first ones of these, which the caller goes on to change. */
  static Deltas first(int[] values, int count) {
    return new Deltas(Arrays.copyOf(values, count));
  }

  public int size() {
    return values.length;
  }

  /** The time in 250 us, or {@link TransportFeedback#NOT_RECEIVED}. */
  public int get(int index) {
    return values[index];
  }

  /** All of them. */
  public IntStream stream() {
    return Arrays.stream(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deltas deltas && Arrays.equals(values, deltas.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
