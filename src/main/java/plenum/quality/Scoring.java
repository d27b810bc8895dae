package plenum.quality;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * Gives scores: 5, and points off for each thing that people notice. The numbers are a rule of
 * thumb of this project, in {@code docs/operations/quality.md} for who reads scores; they are not
 * the E-model of ITU-T G.107, whose inputs browsers do not give.
 */
final class Scoring {

  /** Where a loss, a wait or an irregularity begins to be noticed, when it is as bad, and how. */
  private record Penalty(double from, double perPoint, double most) {

    double of(OptionalInt figure) {
      return figure.isEmpty()
          ? 0
          : Math.min(most, Math.max(0, figure.getAsInt() - from) / perPoint);
    }
  }

  private static final Penalty LOST_OF_PICTURE = new Penalty(10, 40, 2);
  private static final Penalty LOST_OF_SOUND = new Penalty(10, 30, 3);
  private static final Penalty MADE_UP = new Penalty(10, 30, 3.5);
  private static final Penalty ROUND_TRIP = new Penalty(200, 200, 1.5);
  private static final Penalty JITTER = new Penalty(30, 40, 1);

  /** A picture that stands still for a fifth of the time is as bad as it gets. */
  private static final double FROZEN_PER_POINT = 1 / 15.0;

  private static final double MOST_FROZEN = 3;

  /** Movement looks like movement from so many frames a second on. */
  private static final int ENOUGH_FRAMES = 15;

  private static final double FRAMES_PER_POINT = 5;
  private static final double MOST_FRAMES = 2;

  private static final double LIMITED = 1;

  private final Duration interval;
  private final boolean hidden;

  /**
   * @param interval how long was measured
   * @param hidden whether nobody looked at the page: then pictures that are not drawn are no fault
   */
  Scoring(Duration interval, boolean hidden) {
    this.interval = interval;
    this.hidden = hidden;
  }

  /**
   * @param screen whether it is a shared screen, of which few frames are enough
   */
  Score of(Direction direction, MediaKind kind, boolean screen, Figures figures) {
    double points = ROUND_TRIP.of(figures.roundTrip());
    if (kind == MediaKind.AUDIO) {
      points += sound(direction, figures);
    } else {
      points += LOST_OF_PICTURE.of(figures.lost()) + (screen ? 0 : slow(direction, figures));
      points += direction == Direction.SENT ? limited(figures) : frozen(figures);
    }
    return Score.without(points);
  }

  /** What was made up is what people hear of losses; what was lost may have been sent again. */
  private static double sound(Direction direction, Figures figures) {
    boolean told = direction == Direction.RECEIVED && figures.concealed().isPresent();
    double gaps = told ? MADE_UP.of(figures.concealed()) : LOST_OF_SOUND.of(figures.lost());
    return gaps + JITTER.of(figures.jitter());
  }

  private double slow(Direction direction, Figures figures) {
    if (figures.frameRate().isEmpty() || hidden && direction == Direction.RECEIVED) {
      return 0;
    }
    int missing = Math.max(0, ENOUGH_FRAMES - figures.frameRate().getAsInt());
    return Math.min(MOST_FRAMES, missing / FRAMES_PER_POINT);
  }

  private double frozen(Figures figures) {
    if (hidden || interval.isZero()) {
      return 0;
    }
    double share = figures.frozen().orElse(0) / (double) interval.toMillis();
    return Math.min(MOST_FROZEN, share / FROZEN_PER_POINT);
  }

  private static double limited(Figures figures) {
    return figures.limitation().filter(why -> why != Limitation.OTHER).isPresent() ? LIMITED : 0;
  }
}
