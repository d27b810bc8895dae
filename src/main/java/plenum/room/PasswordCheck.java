package plenum.room;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import plenum.http.Brake;
import plenum.identity.Actor;
import plenum.room.RoomRefused.Reason;

/**
 * Compares a password that somebody gives with a room's, outside of every lock, and slows down who
 * guesses: ten wrong ones in a minute of one address and room, and the address has to wait for that
 * minute's end. No more than two are compared at a time, which bounds the memory that it takes.
 */
final class PasswordCheck {

  private static final int AT_A_TIME = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Steps steps;
  private final RoomIndex rooms;
  private final Entrance entrance;
  private final LongSupplier nanoTime;
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  PasswordCheck(Steps steps, RoomIndex rooms, Entrance entrance, LongSupplier nanoTime) {
    this.steps = steps;
    this.rooms = rooms;
    this.entrance = entrance;
    this.nanoTime = nanoTime;
  }

  /** The guesses at one room's password. */
  Brake brake() {
    return new Brake(nanoTime);
  }

  private record Question(RoomPassword kept, Brake brake) {}

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
              ? room.options().password().map(kept -> new Question(kept, room.guesses(this::brake)))
              : Optional.empty();
        });
  }

  private RoomPassword compare(Actor actor, Question question, String given) {
    Brake brake = question.brake();
    Duration pause = brake.pause(actor.address());
    if (pause.compareTo(Duration.ZERO) > 0) {
      throw new RoomRefused(
          Reason.TOO_MANY_ATTEMPTS, "too-many-attempts", Math.max(1, pause.toSeconds()));
    }
    boolean right = isRight(question.kept(), given);
    if (!right) {
      brake.failed(actor.address());
      throw new RoomRefused(Reason.PASSWORD_WRONG, "password-wrong");
    }
    brake.succeeded(actor.address());
    return question.kept();
  }

  private boolean isRight(RoomPassword kept, String given) {
    try {
      if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RoomRefused(Reason.TOO_MANY_ATTEMPTS, "too-many-attempts", 1);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new RoomRefused(Reason.TOO_MANY_ATTEMPTS, "too-many-attempts", 1);
    }
    try {
      return given.codePointCount(0, given.length()) <= RoomPassword.LONGEST && kept.is(given);
    } finally {
      turns.release();
    }
  }
}
