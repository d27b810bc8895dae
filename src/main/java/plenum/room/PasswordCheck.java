package plenum.room;

import java.util.Optional;
import java.util.function.LongSupplier;
import plenum.identity.Actor;
import plenum.room.RoomRefused.Reason;

/**
 * Compares a password that somebody gives with a room's, outside of every lock, and slows down who
 * guesses. Comparing takes long and much memory: whoever calls bounds how many do at a time.
 */
final class PasswordCheck {

  private final Steps steps;
  private final RoomIndex rooms;
  private final Entrance entrance;
  private final LongSupplier nanoTime;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  PasswordCheck(Steps steps, RoomIndex rooms, Entrance entrance, LongSupplier nanoTime) {
    this.steps = steps;
    this.rooms = rooms;
    this.entrance = entrance;
    this.nanoTime = nanoTime;
  }

  /** None yet. */
  private Guesses guesses() {
    return new Guesses(nanoTime);
  }

  private record Question(RoomPassword kept, Guesses guesses) {}

  /**
   * The room's password, if this is it; empty where none is asked for, or none given.
   *
   * @throws RoomRefused {@code PASSWORD_WRONG}, {@code TOO_MANY_ATTEMPTS}
   */
  Optional<RoomPassword> check(Actor actor, RoomId id, Optional<String> given) {
    Optional<Question> question = given.flatMap(password -> question(actor, id));
    if (question.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(compare(actor, question.get(), given.get()));
    } catch (RoomRefused refused) {
      throw steps.refuse(actor, Deeds.JOIN, id, refused);
    }
  }

  private Optional<Question> question(Actor actor, RoomId id) {
    return steps.look(
        () -> {
          Room room = rooms.existing(id);
          return entrance.asksForPassword(actor, room)
              ? room.options()
                  .password()
                  .map(kept -> new Question(kept, room.guesses(this::guesses)))
              : Optional.empty();
        });
  }

  private RoomPassword compare(Actor actor, Question question, String given) {
    Guesses guesses = question.guesses();
    guesses.begin(actor);
    if (given.codePointCount(0, given.length()) > RoomPassword.LONGEST
        || !question.kept().is(given)) {
      throw new RoomRefused(Reason.PASSWORD_WRONG, "password-wrong");
    }
    guesses.succeed(actor);
    return question.kept();
  }
}
