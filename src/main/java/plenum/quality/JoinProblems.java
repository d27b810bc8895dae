package plenum.quality;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.Network;
import plenum.time.Pace;

/** Takes what pages tell of joining that failed. Thread-safe; nothing waits. */
public class JoinProblems {

  /** A page that tells everything that can go wrong, and tries again, tells less. */
  private static final int A_MINUTE = 20;

  private Rooms rooms;
  private InstantSource clock;
  private Consumer<JoinProblem> told;
  private Pace<PersonId> pace;

  /** For the container's proxy only. */
  protected JoinProblems() {}

  /**
   * @param told hears of each, by the thread that brought it
   */
  JoinProblems(
      Rooms rooms, InstantSource clock, LongSupplier nanoTime, Consumer<JoinProblem> told) {
    this.rooms = rooms;
    this.clock = clock;
    this.told = told;
    this.pace = new Pace<>(A_MINUTE, Duration.ofMinutes(1).toNanos(), nanoTime);
  }

  /**
   * The actor could not join.
   *
   * @throws QualityRefused {@code TOO_OFTEN} when that one tells too much
   */
  public void report(Actor actor, JoinFailure failure) {
    if (!pace.take(actor.person())) {
      throw new QualityRefused(QualityRefused.Reason.TOO_OFTEN, "too-often.problems");
    }
    Optional<RoomId> room = rooms.seatOf(actor.person()).or(failure::room);
    told.accept(
        new JoinProblem(
            clock.instant(),
            actor.person(),
            actor.name().value(),
            Network.written(actor.address()),
            failure.browser(),
            room,
            room.flatMap(rooms::room).flatMap(RoomSummary::name).map(RoomName::value).orElse(""),
            failure.step(),
            failure.reason(),
            failure.sent(),
            room.flatMap(there -> publisher(there, failure.stream()))));
  }

  private Optional<PersonId> publisher(RoomId room, String stream) {
    return rooms.members(room).stream()
        .filter(
            member -> member.streams().stream().map(MemberStream::name).anyMatch(stream::equals))
        .map(Member::id)
        .findFirst();
  }
}
