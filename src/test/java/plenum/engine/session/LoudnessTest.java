package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoudnessTest {

  private static final long PACKET = TimeUnit.MILLISECONDS.toNanos(20);

  private final Loudness loudness = new Loudness();
  private long now = TimeUnit.HOURS.toNanos(1);

  private void hear(int level, int packets) {
    for (int i = 0; i < packets; i++) {
      now += PACKET;
      loudness.heard(level, now);
    }
  }

  @Test
  void smoothsWhatAPacketSays() {
    hear(90, 50);
    hear(10, 1);
    assertFalse(loudness.speaks(now), "a click");
    hear(10, 24);
    assertTrue(loudness.speaks(now));
    hear(127, 1);
    assertTrue(loudness.speaks(now), "between two words");
    hear(127, 49);
    assertFalse(loudness.speaks(now));
  }

  @Test
  void isSilentBeforeAnythingComesAndWhenNothingComesAnyMore() {
    assertFalse(loudness.speaks(now));
    hear(20, 50);
    assertTrue(loudness.speaks(now));
    now += TimeUnit.SECONDS.toNanos(2);
    assertFalse(loudness.speaks(now));
  }

  @Test
  void ranksNobodyHigherWhoSaysThatItIsLouderThanPeopleAre() {
    Loudness honest = new Loudness();
    for (int i = 0; i < 50; i++) {
      now += PACKET;
      loudness.heard(0, now);
      honest.heard(25, now);
    }
    assertEquals(honest.rank(now), loudness.rank(now), 0.001);
  }

  @Test
  void putsWhoeverNeverPausesBehindThoseWhoDo() {
    Loudness honest = new Loudness();
    for (int i = 0; i < 60 * 50; i++) {
      now += PACKET;
      loudness.heard(0, now);
      honest.heard(i / 50 % 3 == 2 ? 90 : 40, now);
    }
    for (int i = 0; i < 50; i++) {
      now += PACKET;
      loudness.heard(0, now);
      honest.heard(40, now);
    }
    assertTrue(honest.rank(now) > loudness.rank(now) + SoundChoice.LOUDER_BY);
    assertTrue(loudness.rank(now) >= Loudness.LOUDEST - Loudness.WEARIEST);
  }

  @Test
  void takesWhoeverSaysNothingOfItAsSpeakingSoftly() {
    hear(-1, 50);
    assertTrue(loudness.speaks(now));
    assertTrue(loudness.rank(now) < Loudness.LOUDEST);
  }
}
