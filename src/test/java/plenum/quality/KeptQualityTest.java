package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomId;
import plenum.testing.Actors;

class KeptQualityTest {

  private static final PersonId ADA = Actors.id("Ada");

  /** A book in which nothing is told of any meeting. */
  private static final class EmptyBook implements QualityBook {
    @Override
    public void report(Actor actor, Measured measured) {}

    @Override
    public List<QualityReport> latest() {
      return List.of();
    }

    @Override
    public Optional<QualityReport> of(PersonId person) {
      return Optional.empty();
    }

    @Override
    public Optional<MeetingQuality> meeting(RoomId room) {
      return Optional.empty();
    }

    @Override
    public List<MeetingQuality> meetings() {
      return List.of();
    }
  }

  private final MemoryQualityStore store = new MemoryQualityStore();
  private final MemoryProblemStore problems = new MemoryProblemStore();
  private final QualityRecords records = new KeptQuality(new EmptyBook(), store, problems);

  private static Instant at(int minute) {
    return Instant.EPOCH.plusSeconds(60L * minute);
  }

  private void keep(int minute, String room, String person, int tenths) {
    store.add(QualityMinutes.minute(at(minute), room, person, tenths));
  }

  @Test
  void tellsTheLastMeetingsOfSomebody() {
    keep(0, "hall", "Ada", 50);
    keep(1, "hall", "Ada", 20);
    keep(16, "hall", "Ada", 50); // A coffee.
    keep(17, "attic", "Ada", 40);
    keep(40, "attic", "Ada", 41);
    keep(41, "attic", "Bob", 10);

    List<PastMeeting> meetings = records.lastMeetings(ADA, 10);

    assertEquals(
        List.of("attic 40-41", "attic 17-18", "hall 0-17"),
        meetings.stream().map(KeptQualityTest::told).toList());
    PastMeeting hall = meetings.get(2);
    assertEquals(3, hall.minutes());
    assertEquals(new Score(40), hall.score());
    assertEquals(new Score(20), hall.worst());
    assertEquals(Optional.of(new Trouble(Cause.DOWNLINK, ADA)), hall.trouble());
    assertEquals(meetings.subList(0, 2), records.lastMeetings(ADA, 2));
    assertEquals(List.of(), records.lastMeetings(Actors.id("Eve"), 10));
  }

  @Test
  void tellsMeetingsOfMoreMinutesThanAreReadAtOnce() {
    for (int minute = 0; minute < 1_200; minute++) {
      keep(minute, minute < 1_100 ? "hall" : "attic", "Ada", 50);
    }
    assertEquals(
        List.of("attic 1100-1200", "hall 0-1100"),
        records.lastMeetings(ADA, 10).stream().map(KeptQualityTest::told).toList());
  }

  private static String told(PastMeeting meeting) {
    long from = meeting.from().getEpochSecond() / 60;
    return meeting.room() + " " + from + "-" + meeting.until().getEpochSecond() / 60;
  }

  @Test
  void tellsTheTimeOfARoomInParts() {
    for (int minute = 0; minute < 600; minute++) {
      keep(minute, "hall", "Ada", 50);
    }
    RoomId hall = new RoomId("hall");
    assertEquals(10, records.timeline(hall, at(0), at(10), 0, 100).size());
    assertEquals(at(7), records.timeline(hall, at(0), at(10), 7, 1).get(0).at());
    assertEquals(QualityRecords.MOST, records.timeline(hall, at(0), at(600), 0, 100_000).size());
    assertEquals(100, records.timeline(hall, at(0), at(600), 500, 500).size());
    assertEquals(0, records.timeline(hall, at(0), at(600), 0, -5).size());
    assertEquals(5, records.timeline(hall, at(0), at(600), -5, 5).size());
  }

  @Test
  void tellsTheLastProblems() {
    JoinProblem adas = QualityMinutes.problem(at(1), "Ada", JoinStep.ICE, "timeout");
    JoinProblem bobs = QualityMinutes.problem(at(2), "Bob", JoinStep.SEAT, "room-full");
    problems.add(adas);
    problems.add(bobs);
    assertEquals(List.of(bobs, adas), records.problems(0, 10));
    assertEquals(List.of(adas), records.problems(1, 1));
    assertEquals(List.of(adas), records.problemsOf(ADA, 0, 1000));
    assertEquals(List.of(), records.problemsOf(ADA, -1, -1));
  }
}
