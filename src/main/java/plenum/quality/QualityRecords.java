package plenum.quality;

import java.time.Instant;
import java.util.List;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * What those who look after the site can look up about the quality of meetings. What is kept may be
 * asked for in parts of {@value #MOST} at most; whoever asks waits for the database, and gets its
 * exception when that is away.
 */
public interface QualityRecords {

  /** How many are told at a time; who asks for more gets as many. */
  int MOST = 500;

  /** How everybody is in all meetings that go on. In memory: nothing waits. */
  List<MeetingQuality> live();

  /**
   * How it was in a room, by minute and person, in this order.
   *
   * @param from the first moment
   * @param until the first moment that does not belong to it
   * @param first how many to leave out
   * @param most how many to tell
   */
  List<QualityMinute> timeline(RoomId room, Instant from, Instant until, int first, int most);

  /**
   * How the last meetings of somebody were, the newest first; those of the last {@value
   * #LOOKED_THROUGH} minutes in meetings.
   *
   * @param most how many to tell
   */
  List<PastMeeting> lastMeetings(PersonId person, int most);

  /**
   * Who could not join lately, and why, the newest first.
   *
   * @param first how many to leave out
   * @param most how many to tell
   */
  List<JoinProblem> problems(int first, int most);

  /** The same of one person. */
  List<JoinProblem> problemsOf(PersonId person, int first, int most);

  /** So many minutes of a person are looked through. */
  int LOOKED_THROUGH = 3_000;
}
