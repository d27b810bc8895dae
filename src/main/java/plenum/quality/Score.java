package plenum.quality;

/**
 * How good something was, from 5 (nothing to complain about) to 1 (of no use), in steps of a tenth.
 * It is Plenum's own rule of thumb, see {@link Scoring}, and no measure of any standard.
 *
 * @param tenths 10 to 50
 */
public record Score(int tenths) implements Comparable<Score> {

  private static final int WORST = 10;
  private static final int BEST = 50;

  /** Below this people complain. */
  private static final int BAD = 30;

  public Score {
    if (tenths < WORST || tenths > BEST) {
      throw new IllegalArgumentException("a score is from 1 to 5");
    }
  }

  /** What is left of the best after these points are taken off. */
  static Score without(double points) {
    return new Score((int) Math.max(WORST, Math.round(BEST - 10 * points)));
  }

  /** From 1 to 5. */
  public double value() {
    return tenths / 10.0;
  }

  /** Whether people complain: below 3. */
  public boolean isBad() {
    return tenths < BAD;
  }

  @Override
  public int compareTo(Score other) {
    return Integer.compare(tenths, other.tenths);
  }

  @Override
  public String toString() {
    return tenths / 10 + "." + tenths % 10;
  }
}
