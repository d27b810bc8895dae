package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpeechDetectorTest {

  private static final int VOICE = 25;
  private static final int QUIET = 75;
  private static final long PACKET = TimeUnit.MILLISECONDS.toNanos(20);

  private final SpeechDetector detector = new SpeechDetector();
  private long now = TimeUnit.SECONDS.toNanos(100);

  private void hear(int level, int millis) {
    for (int at = 0; at < millis; at += 20) {
      detector.heard(level, now);
      now += PACKET;
    }
  }

  @Test
  void aSyllableBeginsAndAPauseBetweenWordsGoesOn() {
    hear(QUIET, 1000);
    assertFalse(detector.speaks());
    hear(VOICE, 60);
    assertFalse(detector.speaks(), "a knock");
    hear(VOICE, 60);
    assertTrue(detector.speaks());
    hear(QUIET, 500);
    assertTrue(detector.speaks());
    hear(VOICE, 100);
    hear(QUIET, 700);
    assertFalse(detector.speaks());
  }

  @Test
  void aKnockIsNoSpeech() {
    hear(QUIET, 200);
    for (int i = 0; i < 10; i++) {
      hear(VOICE, 40);
      hear(QUIET, 100);
      assertFalse(detector.speaks(), "knock " + i);
    }
  }

  @Test
  void steadyNoiseBecomesBackgroundAndAVoiceIsHeardAboveIt() {
    hear(QUIET, 100);
    hear(40, 12_000);
    assertFalse(detector.speaks(), "a fan");
    hear(22, 200);
    assertTrue(detector.speaks());
  }

  @Test
  void silenceIsHeardWhereNothingComes() {
    hear(QUIET, 100);
    hear(VOICE, 200);
    assertTrue(detector.speaks());
    detector.tick(now + SpeechDetector.ENDS_AFTER_NANOS / 2);
    assertTrue(detector.speaks());
    detector.tick(now + SpeechDetector.ENDS_AFTER_NANOS);
    assertFalse(detector.speaks());
  }

  @Test
  void knowsWhetherItWasToldAnything() {
    assertFalse(detector.told());
    hear(127, 20);
    assertTrue(detector.told());
    assertEquals(false, detector.speaks());
  }
}
