package plenum.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/** The records, of a book and a store. */
final class KeptQuality implements QualityRecords {

  /** Who was away for longer was in two meetings. */
  private static final Duration LONGEST_GAP = Duration.ofMinutes(15);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final QualityBook book;
  private final QualityStore store;
  private final ProblemStore problems;

  KeptQuality(QualityBook book, QualityStore store, ProblemStore problems) {
    this.book = book;
    this.store = store;
    this.problems = problems;
  }

  @Override
  public List<MeetingQuality> live() {
    return book.meetings();
  }

  @Override
  public List<QualityMinute> timeline(
      RoomId room, Instant from, Instant until, int first, int most) {
    return store.ofRoom(room, from, until, Math.max(0, first), atMost(most));
  }

  private static int atMost(int most) {
    return Math.max(0, Math.min(MOST, most));
  }

  @Override
  public List<PastMeeting> lastMeetings(PersonId person, int most) {
    List<PastMeeting> meetings = new ArrayList<>();
    List<QualityMinute> one = new ArrayList<>();
    int had = MOST;
    for (int first = 0; had == MOST && first < LOOKED_THROUGH && meetings.size() < most; ) {
      List<QualityMinute> part = store.ofPerson(person, first, MOST);
      part.forEach(minute -> add(minute, one, meetings));
      had = part.size();
      first += had;
    }
    if (!one.isEmpty()) {
      meetings.add(meeting(one));
    }
    return meetings.stream().limit(atMost(most)).toList();
  }

  private static void add(
      QualityMinute minute, List<QualityMinute> one, List<PastMeeting> meetings) {
    if (!one.isEmpty() && !isOfTheSame(minute, one.get(one.size() - 1))) {
      meetings.add(meeting(one));
      one.clear();
    }
    one.add(minute);
  }

  private static boolean isOfTheSame(QualityMinute minute, QualityMinute later) {
    Duration gap = Duration.between(minute.at(), later.at());
    return minute.room().equals(later.room()) && gap.compareTo(LONGEST_GAP) <= 0;
  }

  /** The newest minute is the first. */
  private static PastMeeting meeting(List<QualityMinute> minutes) {
    QualityMinute last = minutes.get(0);
    QualityMinute worst =
        minutes.stream().min((one, other) -> one.worst().compareTo(other.worst())).orElseThrow();
    double score = minutes.stream().mapToInt(one -> one.score().tenths()).average().orElseThrow();
    return new PastMeeting(
        last.room(),
        last.roomName(),
        minutes.get(minutes.size() - 1).at(),
        last.at().plus(MINUTE),
        minutes.size(),
        new Score((int) Math.round(score)),
        worst.worst(),
        worst.trouble(),
        last.browser());
  }

  @Override
  public List<JoinProblem> problems(int first, int most) {
    return problems.newest(Math.max(0, first), atMost(most));
  }

  @Override
  public List<JoinProblem> problemsOf(PersonId person, int first, int most) {
    return problems.ofPerson(person, Math.max(0, first), atMost(most));
  }
}
