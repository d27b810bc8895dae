package plenum.room;

import java.time.Duration;
import java.util.stream.IntStream;
import plenum.time.Timers;

/**
 * How much of its usual bitrate one stream is sent with: down by one step when it arrives badly, up
 * by one when it has arrived well for long enough. What did not last when it was tried is tried
 * again later and later. It reads no clock: timers say when it may go on.
 */
final class BitrateLadder {

  private static final int[] PERCENT = {100, 60, 35, 20};

  /** How long it has to arrive well before more is tried. */
  static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);

  static final Duration LONGEST_PATIENCE = Duration.ofSeconds(160);

  private static final Timers.Timer NONE = () -> {};

  private final int[] steps;
  private int at;
  private Duration patience = FIRST_PATIENCE;
  private boolean trying;
  private boolean settling;
  private Timers.Timer calm = NONE;

  /**
   * @param lowest percent, below which it never goes
   */
  BitrateLadder(int lowest) {
    steps =
        IntStream.concat(
                IntStream.of(PERCENT).filter(percent -> percent > lowest), IntStream.of(lowest))
            .toArray();
  }

  /** Of the usual bitrate. */
  int percent() {
    return steps[at];
  }

  /** Whether it is where it began, and nothing is tried. */
  boolean isIdle() {
    return at == 0 && !trying;
  }

  /** How long to wait before {@link #calm}. */
  Duration patience() {
    return patience;
  }

  /**
   * It arrives badly.
   *
   * @return whether less is to be sent
   */
  boolean down() {
    if (settling || at == steps.length - 1) {
      return false;
    }
    at++;
    if (trying) {
      patience = least(patience.multipliedBy(2), LONGEST_PATIENCE);
    }
    trying = false;
    settling = true;
    return true;
  }

  /** What was changed last has had its effect by now. */
  void settled() {
    settling = false;
  }

  /**
   * It has arrived well for as long as it had to.
   *
   * @return whether more is to be sent
   */
  boolean calm() {
    if (trying) {
      patience = FIRST_PATIENCE;
    }
    trying = at > 0;
    if (at == 0) {
      return false;
    }
    at--;
    return true;
  }

  /** This timer, and no other, ends the time for which it has to arrive well. */
  void calmBy(Timers.Timer timer) {
    calm.cancel();
    calm = timer;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
