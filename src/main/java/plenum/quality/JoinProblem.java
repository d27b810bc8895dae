package plenum.quality;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;
import plenum.room.RoomId;

/**
 * Somebody could not join with picture and sound, as it is kept.
 *
 * @param at when it was told
 * @param person who could not
 * @param personName how that one was called
 * @param address where that one came from
 * @param browser name, version and system; empty when the page did not tell
 * @param room where the person wanted to be; empty when that is not known
 * @param roomName how it was called then; empty for a call, and where there is none of that id
 * @param step at which it failed
 * @param reason a word for programs, such as {@code timeout} or {@code camera-denied}
 * @param sent whether it is about what the page sends; else about what it gets, or the whole
 * @param of whose stream it could not get; empty when it is about none, or nobody knows
 */
public record JoinProblem(
    Instant at,
    PersonId person,
    String personName,
    String address,
    String browser,
    Optional<RoomId> room,
    String roomName,
    JoinStep step,
    String reason,
    boolean sent,
    Optional<PersonId> of) {

  public JoinProblem {
    Objects.requireNonNull(at, "it was told some time");
    Objects.requireNonNull(person, "somebody could not join");
    Objects.requireNonNull(personName, "whoever could not is called something");
    Objects.requireNonNull(address, "whoever could not came from somewhere");
    Objects.requireNonNull(browser, "an unknown browser is empty");
    Objects.requireNonNull(room, "an unknown room is empty");
    Objects.requireNonNull(roomName, "an unknown name is empty");
    Objects.requireNonNull(step, "it failed at some step");
    Objects.requireNonNull(reason, "it failed for some reason");
    Objects.requireNonNull(of, "nobody's stream is empty");
  }
}
