package plenum.engine.session;

import java.util.concurrent.TimeUnit;

/**
 * How loud a stream has been lately, by what its publisher says in each packet (RFC 6464). Whoever
 * says always that it is loud gains little by it: above a bound louder is no better, and whoever
 * never pauses falls behind those who do.
 */
final class Loudness {

  /** What counts of a level at most; people who speak reach it: -27 dBov. */
  static final int LOUDEST = 100;

  /** From here on somebody speaks: -55 dBov. */
  static final int SPEECH = 72;

  /** How far whoever never pauses falls behind at most. */
  static final double WEARIEST = 30;

  private static final int SILENCE = 127;
  private static final double SMOOTHED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** A second of speech costs one, a second of silence gives two back. */
  private static final double RECOVERED_A_SECOND = 2;

  /** Packets come 50 times a second; what is longer apart was silence. */
  private static final long APART_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private double loud;
  private double weary;
  private long heardNanos;
  private boolean heard;

  /**
   * A packet of sound has come.
   *
   * @param level in -dBov: 0 is the loudest, 127 silence; -1 if the publisher does not say, and so
   *     is taken as one that speaks softly all the time
   */
  void heard(int level, long nowNanos) {
    double now = Math.min(LOUDEST, level < 0 ? SPEECH : SILENCE - level);
    if (!heard) {
      heard = true;
      loud = now;
    } else {
      fade(nowNanos);
      double passed = Math.min(APART_NANOS, nowNanos - heardNanos);
      loud += (now - loud) * (1 - Math.exp(-passed / SMOOTHED_NANOS));
      weary(passed / SECOND);
    }
    heardNanos = nowNanos;
  }

  private void weary(double seconds) {
    double more = loud >= SPEECH ? seconds : -RECOVERED_A_SECOND * seconds;
    weary = Math.max(0, Math.min(WEARIEST, weary + more));
  }

  /** Where packets do not come for some time, it was silent meanwhile. */
  private void fade(long nowNanos) {
    double silent = (double) (nowNanos - heardNanos) - APART_NANOS;
    if (silent > 0) {
      loud *= Math.exp(-silent / SMOOTHED_NANOS);
      weary = Math.max(0, weary - RECOVERED_A_SECOND * silent / SECOND);
    }
  }

  /** Whether somebody speaks. */
  boolean speaks(long nowNanos) {
    return now(nowNanos) >= SPEECH;
  }

  /** By which streams are compared: the more the louder. */
  double rank(long nowNanos) {
    return now(nowNanos) - weary;
  }

  private double now(long nowNanos) {
    double silent = (double) (nowNanos - heardNanos) - APART_NANOS;
    return silent > 0 ? loud * Math.exp(-silent / SMOOTHED_NANOS) : loud;
  }
}
