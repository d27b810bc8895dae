package plenum.quality;

import java.util.List;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * The latest that was told of each seat. In memory, as long as the seat is there and its page goes
 * on telling. Thread-safe; nothing waits.
 */
public interface QualityBook {

  /**
   * The actor's page measured its streams. What it tells of streams that are none of the room's
   * (any more) is left out; without a seat all of it is.
   *
   * @throws QualityRefused {@code TOO_OFTEN} when it tells more often than it was asked to
   */
  void report(Actor actor, Measured measured);

  /** What was told lately, of everybody in every meeting. */
  List<QualityReport> latest();

  /** What the page of this person told lately. */
  Optional<QualityReport> of(PersonId person);

  /** How everybody in a room is, and why; nobody in it for a room of which nothing was told. */
  Optional<MeetingQuality> meeting(RoomId room);

  /** The same of all rooms of which something was told lately. */
  List<MeetingQuality> meetings();
}
