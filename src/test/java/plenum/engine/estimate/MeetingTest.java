package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.engine.estimate.SimulatedLink.MILLI;
import static plenum.engine.estimate.Simulation.SECOND;

import org.junit.jupiter.api.Test;

/** Estimate, pacing and sharing out together: a viewer of a room on a simulated link. */
class MeetingTest {

  private static void between(double min, double max, double value) {
    assertTrue(min <= value && value <= max, value + " is not from " + min + " to " + max);
  }

  private static SimulatedMeeting wide() {
    return new SimulatedMeeting(SimulatedLink.of(20e6, 10, 200), 6);
  }

  /** Of 20 seconds, two after it has begun. */
  private static SimulatedMeeting settled(SimulatedMeeting meeting) {
    meeting.run(2);
    meeting.forget();
    meeting.run(20);
    return meeting;
  }

  @Test
  void aWideLinkGetsAllWithinTwoSeconds() {
    SimulatedMeeting meeting = settled(wide());
    between(1, 1, meeting.partAtHeight(0, 720));
    between(1, 1, meeting.partAtHeight(5, 180));
    between(0, 20, meeting.waited95());
    assertTrue(meeting.dropped == 0);
  }

  @Test
  void mediaFindsTheWayUpWhereThereIsNoPadding() {
    SimulatedMeeting meeting = settled(wide().withoutPadding());
    between(1, 1, meeting.partAtHeight(0, 720));
    between(0, 20, meeting.waited95());
  }

  @Test
  void aRoomOf25IsThereAtOnce() {
    SimulatedMeeting meeting =
        new SimulatedMeeting(SimulatedLink.of(50e6, 10, 200), 25).withoutPadding();
    meeting.run(0.5);
    meeting.forget();
    meeting.run(5);
    between(1, 1, meeting.partAtHeight(0, 720));
    between(1, 1, meeting.partAtHeight(24, 180));
  }

  @Test
  void mediaAloneDoesNotFloodAPoorLink() {
    SimulatedMeeting meeting =
        new SimulatedMeeting(
                new SimulatedLink(now -> 1e6, 50 * MILLI, 400 * MILLI, 0.02, now -> 0), 6)
            .withoutPadding();
    meeting.run(180);
    between(0, 150, meeting.waited95());
    between(0, 1000, meeting.longestFreezeMillis(0));
    between(0.9, 1, meeting.partCarried(0));
  }

  @Test
  void threeMinutesOnAPoorLink() {
    SimulatedMeeting meeting =
        new SimulatedMeeting(
            new SimulatedLink(now -> 1e6, 50 * MILLI, 400 * MILLI, 0.02, now -> 0), 6);
    meeting.run(180);
    between(0, 150, meeting.waited95());
    between(0, 200, meeting.longestSoundGapMillis());
    between(0, 1000, meeting.longestFreezeMillis(0));
    between(0.9, 1, meeting.partCarried(0));
    between(0, 40, meeting.changes(0));
  }

  @Test
  void fromFiveToLittleAndBack() {
    SimulatedMeeting meeting =
        new SimulatedMeeting(
            new SimulatedLink(
                now -> now < 20 * SECOND || now > 50 * SECOND ? 5e6 : 0.6e6,
                20 * MILLI,
                300 * MILLI,
                0,
                now -> 0),
            3);
    meeting.run(10);
    meeting.forget();
    meeting.run(10);
    between(1, 1, meeting.partAtHeight(0, 720));
    meeting.run(2);
    meeting.forget();
    meeting.run(28);
    between(0, 150, meeting.waited95());
    between(0, 200, meeting.longestSoundGapMillis());
    between(0, 0, meeting.partAtHeight(0, 720));
    meeting.run(10);
    meeting.forget();
    meeting.run(10);
    between(1, 1, meeting.partAtHeight(0, 720));
  }

  @Test
  void aKeyFrameDoesNotFloodASlowLink() {
    SimulatedMeeting meeting = new SimulatedMeeting(SimulatedLink.of(1e6, 20, 1000), 2);
    meeting.run(10);
    meeting.forget();
    for (int i = 0; i < 10; i++) {
      meeting.keyFrames();
      meeting.run(3);
    }
    between(0, 250, meeting.longestWaitMillis());
    between(0, 100, meeting.waited95());
  }
}
