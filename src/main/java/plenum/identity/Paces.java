package plenum.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import plenum.settings.Current;
import plenum.settings.Network;
import plenum.settings.PaceSettings;
import plenum.settings.PaceSettings.Limit;
import plenum.time.Pace;

/**
 * How often a person, and all people of one address together, may choose a name, make a room, react
 * and send messages. Below that nobody notices it; above, a program is at work.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class Paces {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration APPLAUSE = Duration.ofSeconds(10);

  private record Both(Pace<PersonId> persons, Pace<Network> addresses) {

    static Both of(Supplier<Limit> limit, Duration window, LongSupplier nanoTime) {
      return new Both(
          new Pace<>(() -> limit.get().person(), window.toNanos(), nanoTime),
          new Pace<>(() -> limit.get().address(), window.toNanos(), nanoTime));
    }

    /** The person first: what one does too often is not taken from the others of the address. */
    boolean take(PersonId person, Network network) {
      return persons.take(person) && addresses.take(network);
    }
  }

  private Both names;
  private Both rooms;
  private Both messages;
  private Both deviceTests;
  private Both reactions;

  /** For the container's proxy only. */
  protected Paces() {}

  @Inject
  public Paces(Current<PaceSettings> settings) {
    this(settings, System::nanoTime);
  }

  Paces(Current<PaceSettings> settings, LongSupplier nanoTime) {
    names = Both.of(() -> settings.now().names(), MINUTE, nanoTime);
    rooms = Both.of(() -> settings.now().rooms(), MINUTE, nanoTime);
    deviceTests = Both.of(() -> settings.now().rooms(), MINUTE, nanoTime);
    reactions = Both.of(() -> settings.now().reactions(), APPLAUSE, nanoTime);
    messages = Both.of(() -> settings.now().messages(), Duration.ofSeconds(1), nanoTime);
  }

  /**
   * Somebody chooses a name.
   *
   * @throws TooOften if that is too often
   */
  public void chooseName(Actor actor) {
    if (!names.take(actor.person(), actor.network())) {
      throw new TooOften("too-often.names");
    }
  }

  /**
   * Somebody makes a room.
   *
   * @throws TooOften if that is too often
   */
  public void makeRoom(Actor actor) {
    if (!rooms.take(actor.person(), actor.network())) {
      throw new TooOften("too-often.rooms");
    }
  }

  /**
   * Somebody tells what a test of devices found; as often as rooms may be made.
   *
   * @throws TooOften if that is too often
   */
  public void testDevices(PersonId person, Network network) {
    if (!deviceTests.take(person, network)) {
      throw new TooOften("too-often.device-tests");
    }
  }

  /**
   * Somebody reacts to what is said.
   *
   * @throws TooOften if that is too often
   */
  public void react(Actor actor) {
    if (!reactions.take(actor.person(), actor.network())) {
      throw new TooOften("too-often.reactions");
    }
  }

  /** Whether one more message is taken. */
  public boolean sendMessage(PersonId person, Network network) {
    return messages.take(person, network);
  }
}
