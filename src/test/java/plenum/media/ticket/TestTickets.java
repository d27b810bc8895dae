package plenum.media.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.stream.MediaFixture;
import plenum.testing.Actors;

/** Tickets that a test makes itself, with the key that its server was given. */
public final class TestTickets {

  /** For {@code plenum.media.ticket-key}. */
  public static final String KEY = "a-key-that-only-the-tests-have-".repeat(2);

  /** For {@code plenum.media.ticket-key-previous}: the key that signed before. */
  public static final String KEY_BEFORE = "the-key-that-the-tests-had-before-".repeat(2);

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private TestTickets() {}

  /** A ticket of this person that is good now. */
  public static Ticket of(StreamAction action, StreamId stream, String personId) {
    return of(KEY, Clock.systemUTC(), action, stream, personId);
  }

  /** One that expired an hour ago. */
  public static Ticket expired(StreamAction action, StreamId stream, String personId) {
    Clock past =
        Clock.fixed(Instant.now().minus(Duration.ofHours(1)).minus(LIFETIME), ZoneOffset.UTC);
    return of(KEY, past, action, stream, personId);
  }

  /** One that is good now and sealed with this key. */
  public static Ticket sealedWith(
      String key, StreamAction action, StreamId stream, String personId) {
    return of(key, Clock.systemUTC(), action, stream, personId);
  }

  private static Ticket of(
      String key, Clock clock, StreamAction action, StreamId stream, String personId) {
    return new Tickets(MediaFixture.keys(key), LIFETIME, LIFETIME, clock)
        .issue(Actors.known(personId), action, stream);
  }
}
