package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RegainingTest {

  private static final long MILLI = SimulatedLink.MILLI;

  private final Regaining regaining = new Regaining();
  private long now;

  private void carries(double bitrate, double seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      now += 50 * MILLI;
      regaining.carries(bitrate, now);
    }
  }

  private double regainAfter(long millis, double bitrate) {
    regaining.cut(now);
    now += millis * MILLI;
    return regaining.regain(bitrate, now);
  }

  @Test
  void triesWhatWasCarriedBeforeOnce() {
    carries(1e6, 20);
    assertEquals(0.85e6, regainAfter(400, 0.5e6), 1_000);
    assertEquals(0, regaining.regain(0.5e6, now));
  }

  @Test
  void triesNoMoreThanTwiceOfWhatIsSent() {
    carries(1e6, 20);
    assertEquals(0.4e6, regainAfter(400, 0.2e6), 1_000);
  }

  @Test
  void waitsUntilTheQueueOfBeforeIsGone() {
    carries(1e6, 20);
    assertEquals(0, regainAfter(200, 0.5e6));
  }

  @Test
  void whoStaysIsNoGuest() {
    carries(1e6, 20);
    regaining.cut(now);
    now += 9_900 * MILLI;
    assertEquals(0, regainAfter(400, 0.5e6));
  }

  @Test
  void whatWasCarriedForAMomentIsNotKnown() {
    carries(0.2e6, 20);
    carries(2e6, 0.1);
    assertEquals(0, regainAfter(400, 0.5e6));
  }

  @Test
  void remembersWhatWasCarriedBeforeAPause() {
    carries(1e6, 20);
    regaining.pause();
    carries(0.05e6, 20);
    assertEquals(0.85e6, regaining.resume(), 1_000);
    assertEquals(0, regaining.resume());
  }
}
