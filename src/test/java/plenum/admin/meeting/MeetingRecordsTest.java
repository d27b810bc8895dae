package plenum.admin.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.database.records.RecordLists;
import plenum.room.RoomId;

class MeetingRecordsTest extends WithDatabase {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final RoomId ROOM = new RoomId("room");

  private MeetingRecords records;

  @Override
  protected void opened() {
    records = new MeetingRecords(new RecordLists(database), null);
  }

  private static Instant hour(double hours) {
    return NOON.plusMillis((long) (hours * 3_600_000));
  }

  private void stay(String id, String room, double joined, Optional<Double> left) {
    insert(
        "insert into attendance values ('%s', 'r', '%s', 'Room', 'p', 'Ada', %d, %s)"
            .formatted(
                id,
                room,
                hour(joined).toEpochMilli(),
                left.map(end -> Long.toString(hour(end).toEpochMilli())).orElse("null")));
  }

  private void insert(String statement) {
    database.change(manager -> manager.createNativeQuery(statement).executeUpdate());
  }

  private Held at(double hours) {
    return records.at(ROOM, hour(hours), hour(100)).orElseThrow();
  }

  @Test
  void findsTheMeetingOfAMoment() {
    stay("a", "room", 0, Optional.of(1.0));
    stay("b", "room", 1.1, Optional.of(2.0));
    stay("c", "room", 5, Optional.of(6.0));
    stay("d", "other", 2, Optional.of(5.0));
    assertEquals(hour(0), at(1.5).from());
    assertEquals(hour(2), at(1.5).until());
    assertEquals(hour(0), at(4).from());
    assertEquals(hour(5), at(50).from());
    assertFalse(at(50).isRunning());
    assertEquals(Optional.empty(), records.at(new RoomId("none"), NOON, NOON));
  }

  /** By its address one can ask for any moment that can be written. */
  @Test
  void findsTheMeetingThatIsNearestToAMomentOfAnotherAge() {
    stay("a", "room", 0, Optional.of(1.0));
    stay("b", "room", 5, Optional.of(6.0));
    Timelines timelines = new Timelines();
    timelines.records = records;
    assertEquals(hour(0), timelines.held(ROOM, Instant.MIN).orElseThrow().from());
    assertEquals(hour(5), timelines.held(ROOM, Instant.MAX).orElseThrow().from());
  }

  @Test
  void findsAllOfAMeetingWhoseBeginningIsADayAgo() {
    stay("a", "room", 0, Optional.of(1.0));
    stay("b", "room", 0.5, Optional.of(2.0));
    assertEquals(2, at(24.2).stays().size());
  }

  @Test
  void goesOnWhileSomebodyIsInside() {
    stay("a", "room", 0, Optional.empty());
    assertTrue(at(1).isRunning());
    assertEquals(hour(100), at(1).until());
  }

  @Test
  void tellsWhenTheRoomWasUsedBeforeAndAfter() {
    stay("a", "room", 0, Optional.of(1.0));
    stay("b", "room", 5, Optional.of(6.0));
    assertEquals(Optional.of(hour(0)), records.before(ROOM, hour(5)));
    assertEquals(Optional.of(hour(5)), records.after(ROOM, hour(1)));
    assertEquals(Optional.empty(), records.after(ROOM, hour(6)));
  }

  @Test
  void tellsWhoCouldNotJoinAndWhatWasDone() {
    long noon = NOON.toEpochMilli();
    insert(
        "insert into join_problem values ('a', %d, 'p', 'Ada', '::1', '', 'room', 'Room', 'ICE',"
                .formatted(noon)
            + " 'timeout', false, null)");
    insert(
        "insert into audit values ('b', %d, 'p', 'Ada', '::1', 'mute-member', 'room q', 'DONE', '')"
            .formatted(noon));
    Instant until = NOON.plus(Duration.ofMillis(1));
    assertEquals(1, records.problems(ROOM, NOON, until).size());
    assertEquals(0, records.problems(ROOM, until, hour(1)).size());
    assertEquals(1, records.acts(ROOM, NOON, until).size());
    assertEquals(0, records.acts(new RoomId("other"), NOON, until).size());
  }
}
