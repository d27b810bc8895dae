package plenum.engine.session;

import java.util.concurrent.TimeUnit;

/**
 * Decides from the level that a publisher tells with each packet (RFC 6464) whether somebody
 * speaks: what is clearly louder than the quietest moments of the last seconds. It takes more to
 * begin than to go on, so that nobody flickers. Levels are in dB above {@link #FLOOR_DBOV}.
 */
final class SpeechDetector {

  /** As quiet as nothing. */
  private static final int FLOOR_DBOV = -60;

  private static final double BEGINS_ABOVE_BACKGROUND = 12;
  private static final double BEGINS_AT_LEAST = 15;
  private static final double GOES_ON_ABOVE_BACKGROUND = 6;
  private static final double GOES_ON_AT_LEAST = 11;

  /** A click or a knock is shorter, a syllable longer. */
  private static final long BEGINS_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(70);

  /** Pauses between words are shorter. */
  static final long ENDS_AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

  /** Decibels a second: a fan is taken for speech no longer than some seconds. */
  private static final double BACKGROUND_RISES = 3;

  private static final double HIGHEST_BACKGROUND = 36;
  private static final long NEVER = Long.MIN_VALUE;

  private boolean speaks;
  private double background;
  private long heardNanos = NEVER;
  private long loudNanos = NEVER;
  private long quietNanos = NEVER;

  boolean speaks() {
    return speaks;
  }

  /** Whether a level was ever told. */
  boolean told() {
    return heardNanos != NEVER;
  }

  /**
   * A packet has come.
   *
   * @param level in -dBov: 0 is the loudest, 127 silence
   */
  void heard(int level, long nowNanos) {
    double loud = Math.max(0, -FLOOR_DBOV - level);
    double passed = told() ? (nowNanos - heardNanos) / 1e9 : 0;
    heardNanos = nowNanos;
    double risen = Math.min(HIGHEST_BACKGROUND, background + BACKGROUND_RISES * passed);
    background = Math.min(loud, risen);
    if (speaks) {
      goOn(loud, nowNanos);
    } else {
      begin(loud, nowNanos);
    }
  }

  private void begin(double loud, long nowNanos) {
    boolean enough = loud >= Math.max(background + BEGINS_ABOVE_BACKGROUND, BEGINS_AT_LEAST);
    loudNanos = since(enough, loudNanos, nowNanos);
    if (enough && nowNanos - loudNanos >= BEGINS_AFTER_NANOS) {
      speaks = true;
      quietNanos = NEVER;
    }
  }

  private void goOn(double loud, long nowNanos) {
    boolean quiet = loud < Math.max(background + GOES_ON_ABOVE_BACKGROUND, GOES_ON_AT_LEAST);
    quietNanos = since(quiet, quietNanos, nowNanos);
    if (quiet && nowNanos - quietNanos >= ENDS_AFTER_NANOS) {
      end();
    }
  }

  private static long since(boolean now, long before, long nowNanos) {
    if (!now) {
      return NEVER;
    }
    return before == NEVER ? nowNanos : before;
  }

  private void end() {
    speaks = false;
    loudNanos = NEVER;
  }

  /** Nothing comes where nothing is said, or it is not passed on. */
  void tick(long nowNanos) {
    if (speaks && nowNanos - heardNanos >= ENDS_AFTER_NANOS) {
      end();
    }
  }
}
