package plenum.room;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.MutableClock;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;

class GuessesTest {

  private final MutableClock clock = new MutableClock();
  private final Guesses guesses = new Guesses(clock::nanoTime);
  private final Actor ada = Actors.known("Ada");
  private final Actor bob = Actors.known("Bob");

  private void guessOften(Actor actor) {
    for (int i = 0; i < Guesses.OF_A_PERSON; i++) {
      guesses.begin(actor);
    }
  }

  private void waits(Actor actor) {
    RoomRefused refused = assertThrows(RoomRefused.class, () -> guesses.begin(actor));
    assertEquals(Reason.TOO_MANY_ATTEMPTS, refused.reason());
  }

  @Test
  void makesWaitWhoGuessesAndNobodyElseOfTheAddress() {
    guessOften(ada);
    waits(ada);
    waits(Actors.from("10.1.2.3", ada));
    assertDoesNotThrow(() -> guesses.begin(bob));
    clock.pass(Duration.ofMinutes(1));
    assertDoesNotThrow(() -> guesses.begin(ada));
  }

  @Test
  void makesAllOfAnAddressWaitWhereNewPersonsGuess() {
    for (int i = 0; i < Guesses.OF_AN_ADDRESS / Guesses.OF_A_PERSON; i++) {
      guessOften(Actors.named("Guesser " + i));
    }
    waits(ada);
    assertDoesNotThrow(() -> guesses.begin(Actors.from("10.1.2.3", ada)));
    clock.pass(Duration.ofMinutes(1));
    assertDoesNotThrow(() -> guesses.begin(ada));
  }

  /** New cookies are for nothing, accounts are not. */
  @Test
  void holdsUpNobodyWithAnAccountForGuests() {
    for (int i = 0; i < Guesses.OF_AN_ADDRESS / Guesses.OF_A_PERSON; i++) {
      guessOften(Actors.named("Guesser " + i));
    }
    Actor member = Actors.member("Grace");
    guessOften(member);
    waits(member);
    waits(ada);
  }

  @Test
  void doesNotCountRightPasswords() {
    for (int i = 0; i < 2 * Guesses.OF_AN_ADDRESS; i++) {
      guesses.begin(bob);
      guesses.succeed(bob);
    }
    guessOften(ada);
    waits(ada);
  }

  @Test
  void beginsAnewWithWhoWasRight() {
    for (int i = 1; i < Guesses.OF_A_PERSON; i++) {
      guesses.begin(ada);
    }
    guesses.begin(ada);
    guesses.succeed(ada);
    guessOften(ada);
    waits(ada);
  }
}
