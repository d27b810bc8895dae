package plenum.quality;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.room.RoomId;
import plenum.testing.Actors;

/** Minutes of meetings, and problems of joining them, for tests. */
public final class QualityMinutes {

  private QualityMinutes() {}

  /** A minute of Ada's or somebody else's, which was of this score all along. */
  public static QualityMinute minute(Instant at, String room, String person, int tenths) {
    Score score = new Score(tenths);
    return new QualityMinute(
        at,
        new RoomId(room),
        "The " + room,
        Actors.id(person),
        person,
        "Firefox 153, Linux",
        Optional.of(Way.TCP),
        score,
        score,
        score.isBad()
            ? Optional.of(new Trouble(Cause.DOWNLINK, Actors.id(person)))
            : Optional.empty(),
        new Averages(
            1500,
            4300,
            OptionalInt.of(2),
            OptionalInt.empty(),
            OptionalInt.of(13),
            OptionalInt.empty(),
            3,
            800),
        false);
  }

  /** Somebody could not join the hall. */
  public static JoinProblem problem(Instant at, String person, JoinStep step, String reason) {
    return new JoinProblem(
        at,
        Actors.id(person),
        person,
        "192.0.2.7",
        "Chrome 156, Linux",
        Optional.of(new RoomId("hall")),
        "The hall",
        step,
        reason,
        true,
        Optional.empty());
  }
}
