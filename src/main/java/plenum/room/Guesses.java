package plenum.room;

import java.time.Duration;
import java.util.function.LongSupplier;
import plenum.http.Brake;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.room.RoomRefused.Reason;
import plenum.settings.Network;

/**
 * The guesses at one room's password. After ten wrong ones in a minute a person waits for that
 * minute's end, after a hundred by guests all guests of an address: a company behind one address is
 * not held up by the few who mistype. Whoever takes a new cookie is a new person, and so has a
 * hundred a minute from one address, not ten; who has an account is the same person always, and not
 * held up by others. A guess counts from when it begins, so that many at once are many.
 * Thread-safe.
 */
final class Guesses {

  static final int OF_A_PERSON = Brake.FAILURES;
  static final int OF_AN_ADDRESS = 100;

  private final Brake<PersonId> persons;
  private final Brake<Network> addresses;

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  Guesses(LongSupplier nanoTime) {
    persons = new Brake<>(OF_A_PERSON, nanoTime);
    addresses = new Brake<>(OF_AN_ADDRESS, nanoTime);
  }

  /**
   * Somebody guesses, wrongly as long as nothing else is known.
   *
   * @throws RoomRefused {@code TOO_MANY_ATTEMPTS}; then it does not count
   */
  synchronized void begin(Actor actor) {
    refuse(persons.pause(actor.person()), "too-many-attempts");
    if (isGuest(actor)) {
      refuse(addresses.pause(actor.network()), "too-many-attempts.network");
      addresses.failed(actor.network());
    }
    persons.failed(actor.person());
  }

  private static void refuse(Duration pause, String sentence) {
    if (!pause.isZero()) {
      throw new RoomRefused(Reason.TOO_MANY_ATTEMPTS, sentence, Math.max(1, pause.toSeconds()));
    }
  }

  /** It was right: the person begins anew; the others of the address have guessed as often. */
  synchronized void succeed(Actor actor) {
    persons.succeeded(actor.person());
    if (isGuest(actor)) {
      addresses.withdrawn(actor.network());
    }
  }

  private static boolean isGuest(Actor actor) {
    return !actor.roles().contains(Role.USER);
  }
}
