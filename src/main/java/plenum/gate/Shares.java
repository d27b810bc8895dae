package plenum.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import plenum.identity.PersonId;
import plenum.settings.Network;
import plenum.time.Pace;

/**
 * How many requests of each client are served at this moment, each of which keeps a thread. Whoever
 * asks for more at once than a browser does is not served with more than that, and with less as
 * long as it asks all the time, so that others of the same address are served beside it.
 * Thread-safe.
 */
final class Shares {

  /**
   * Files of pages, of which a browser asks for all at once where a proxy speaks HTTP/2 with it,
   * files of conversations, which keep no thread or come in many pieces, and the doors of media,
   * which have limits of their own.
   */
  private static final Pattern UNCOUNTED =
      Pattern.compile(
          "(/[^/]+)?/(resources|jakarta\\.faces\\.resource|rtc|api/(attachments|files))/.*",
          Pattern.DOTALL);

  /** Whether the server is well, which those who look after it ask all day long. */
  private static final Pattern HEALTH =
      Pattern.compile("(/[^/;%]+)?/health(/(live|ready|started))?/?");

  /**
   * What waits for passwords that are hashed, for a directory or for a provider, and computes next
   * to nothing itself.
   */
  private static final Pattern WAITING =
      Pattern.compile("(/[^/;%]+)?/api/(login|password|welcome|oidc/[a-z-]+)/?");

  /** By which the container serves another path than the one that it begins with. */
  private static final Pattern DETOUR =
      Pattern.compile("\\.\\.|%(2[ef]|5c)", Pattern.CASE_INSENSITIVE);

  /** Of an address at once. */
  private static final int HEALTH_AT_ONCE = 8;

  /** Requests of a person at once, and within a time: far more than one who reads and clicks. */
  private static final int OFTEN = 240;

  private static final Duration TIME = Duration.ofSeconds(20);

  /** What is left of a person's share for who asks more often. */
  private static final int PART = 8;

  /** People whom nobody knows yet are not told from one another: so many share an address. */
  private static final int STRANGERS = 4;

  /** What those share whose connections ask all the time. */
  private static final int BUSY_STRANGERS = 2;

  /** As often as a browser asks over one connection within a short time. */
  private static final int BROWSING = 10;

  /** Of all strangers of an address, within that time: more than come there on the busiest day. */
  private static final int OFTEN_TOGETHER = 400;

  /** Where they ask more often, over a new connection: a page, or what tells of the server. */
  private static final int FIRST = 2;

  /** Requests of strangers of one address that work at the same time, if they ask all the time. */
  private static final int AT_ONCE = 2 * Runtime.getRuntime().availableProcessors();

  /**
   * How long one of them waits for its turn before it works without one: those before it may wait
   * for something themselves, such as the database.
   */
  private static final Duration TURN_PATIENCE = Duration.ofSeconds(2);

  private final Pace<PersonId> pace;
  private final Counts<PersonId> persons;
  private final Counts<PersonId> busyPersons;
  private final Counts<Network> strangers;
  private final Counts<Network> busyStrangers;
  private final Pace<Network> together;
  private final Counts<Network> tooMany;
  private final Turns<Network> turns;
  private final Counts<Network> health = new Counts<>(HEALTH_AT_ONCE);

  /**
   * @param perPerson requests of one person
   * @param nanoTime counts nanoseconds and never goes back, as {@link System#nanoTime}
   */
  Shares(int perPerson, LongSupplier nanoTime) {
    this(perPerson, nanoTime, new Turns<>(AT_ONCE, TURN_PATIENCE));
  }

  /**
   * The same for tests.
   *
   * @param turns of strangers whose address asks all the time
   */
  Shares(int perPerson, LongSupplier nanoTime, Turns<Network> turns) {
    this.turns = turns;
    this.pace = new Pace<>(OFTEN, TIME.toNanos(), nanoTime);
    this.persons = new Counts<>(perPerson);
    this.busyPersons = new Counts<>(Math.max(1, perPerson / PART));
    this.strangers = new Counts<>(perPerson * STRANGERS);
    this.busyStrangers = new Counts<>(Math.max(1, perPerson / BUSY_STRANGERS));
    this.together = new Pace<>(OFTEN_TOGETHER, TIME.toNanos(), nanoTime);
    this.tooMany = new Counts<>(Math.max(1, perPerson / PART));
  }

  /** Whether requests for that path are counted. */
  static boolean counts(String path) {
    return !UNCOUNTED.matcher(path).matches() || isDetour(path);
  }

  /** Whether a request for that path has a share of its own, {@link #takeHealth}. */
  static boolean isHealth(String path) {
    return HEALTH.matcher(path).matches() && !isDetour(path);
  }

  /** Whether a request for that path waits for others' work, and is served without a turn. */
  static boolean waits(String path) {
    return WAITING.matcher(path).matches() && !isDetour(path);
  }

  private static boolean isDetour(String path) {
    return DETOUR.matcher(path).find();
  }

  /**
   * One more question whether the server is well. Whatever else its address asks for, also one of a
   * proxy or a machine that it shares with others, leaves this share as it is.
   */
  Optional<Runnable> takeHealth(Network network) {
    return take(health, network);
  }

  /**
   * One more request of somebody is to be served.
   *
   * @return gives the share back; empty when there is none
   */
  Optional<Runnable> take(PersonId person) {
    return take(pace.take(person) ? persons : busyPersons, person);
  }

  /**
   * The same of somebody whom nobody knows. Where all of an address ask all the time, it waits for
   * its turn, unless it will wait for something else.
   *
   * @param path what for
   * @param network from where
   * @param lately how often the connection has asked lately, this request included
   */
  Optional<Runnable> take(String path, Network network, int lately) {
    if (!together.take(network)) {
      return take(lately > FIRST ? tooMany : strangers, network)
          .map(share -> waits(path) ? share : inTurn(share, network));
    }
    return take(lately > BROWSING ? busyStrangers : strangers, network);
  }

  private Runnable inTurn(Runnable share, Network network) {
    Runnable turn = turns.await(network);
    return () -> {
      turn.run();
      share.run();
    };
  }

  private static <K> Optional<Runnable> take(Counts<K> counts, K who) {
    return counts.enter(who) ? Optional.of(() -> counts.leave(who)) : Optional.empty();
  }
}
