package plenum.quality;

import java.time.Instant;
import java.util.List;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/** Keeps how good meetings were, for as long as the site wants. Thread-safe. */
public interface QualityStore {

  /** Adds a minute; waits for nothing. */
  void add(QualityMinute minute);

  /**
   * The minutes of everybody in a room that began in this time, by their beginning, then by person.
   *
   * @param from the first moment
   * @param until the first moment that does not belong to it
   * @param first how many to leave out
   * @param most how many to tell
   */
  List<QualityMinute> ofRoom(RoomId room, Instant from, Instant until, int first, int most);

  /** The minutes of somebody, in all rooms, the newest first. */
  List<QualityMinute> ofPerson(PersonId person, int first, int most);

  /**
   * Deletes what is kept of somebody, also what waits to be written; others' minutes do not name
   * that one any more. Waits for nothing.
   */
  void erase(PersonId person);
}
