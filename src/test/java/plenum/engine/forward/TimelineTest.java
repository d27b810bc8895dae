package plenum.engine.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final long SECOND = 1_000_000_000L;

  private final Timeline timeline = new Timeline();

  private void send(long sequence, int timestamp, long now) {
    timeline.sent(timeline.sequence(sequence), timeline.timestamp(timestamp), now);
  }

  @Test
  void beginsInTheLowerHalfOfTheSequenceNumbers() {
    timeline.follow(60_000, 5, 90_000, 0);
    long first = timeline.sequence(60_000);
    assertTrue(first > 0 && first <= 1 << 15, "begins with " + first);
  }

  @Test
  void keepsTheDistancesWithinOneSource() {
    timeline.follow(60_000, 1000, 90_000, 0);
    assertEquals(7, timeline.sequence(60_007) - timeline.sequence(60_000));
    assertEquals(4000, timeline.timestamp(5000) - timeline.timestamp(1000));
  }

  @Test
  void anotherSourceTakesTheNextSequenceNumber() {
    timeline.follow(60_000, 1000, 90_000, 0);
    send(60_000, 1000, 0);
    send(60_001, 1000, 0);
    long last = timeline.sequence(60_001);
    timeline.follow(17, 0, 90_000, SECOND);
    assertEquals(last + 1, timeline.sequence(17));
  }

  @Test
  void anotherSourceIsLaterByTheTimeThatHasPassed() {
    timeline.follow(1, 1000, 90_000, 0);
    send(1, 1000, 0);
    int last = timeline.timestamp(1000);
    timeline.follow(9, 777_777, 90_000, 2 * SECOND);
    assertEquals(180_000, timeline.timestamp(777_777) - last);
  }

  @Test
  void overtakenPacketsDoNotMoveItBack() {
    timeline.follow(1, 0, 90_000, 0);
    send(5, 3000, SECOND);
    send(4, 2000, SECOND);
    long expected = timeline.sequence(5) + 1;
    timeline.follow(1, 0, 90_000, SECOND);
    assertEquals(expected, timeline.sequence(1));
  }

  @Test
  void coversNothingBeforeItsFirstPacket() {
    timeline.follow(100, 0, 90_000, 0);
    assertFalse(timeline.covers(99));
    assertTrue(timeline.covers(100));
  }

  @Test
  void mapsAPlayersSequenceNumberBack() {
    timeline.follow(70_000, 0, 90_000, 0);
    int sent = (int) timeline.sequence(70_123) & 0xffff;
    assertEquals(70_123 & 0xffff, timeline.sourceSequence(sent));
  }
}
