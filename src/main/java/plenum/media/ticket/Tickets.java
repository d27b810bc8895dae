package plenum.media.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.settings.MediaSettings;

/**
 * Issues tickets, and checks them at the doors. A ticket is signed, not remembered, so that any
 * Payara node, and SRS's hooks, can check what another one issued; only publishing tickets are
 * remembered, once used, until they expire.
 */
public final class Tickets {

  private final Clock clock;
  private final Duration lifetime;
  private final Duration deviceLifetime;
  private final Map<StreamAction, String> addresses;
  private final TicketSeal seal;
  private final UsedTickets used;

  /** Tickets for use where browsers publish and play on this site. */
  static Tickets of(MediaSettings settings, TicketKeys keys) {
    Map<StreamAction, String> addresses =
        Map.of(
            StreamAction.PUBLISH, doors(settings, settings.browser().publish()),
            StreamAction.PLAY, doors(settings, settings.browser().play()),
            StreamAction.RECEIVE, doors(settings, settings.browser().play()));
    MediaSettings.TicketSettings tickets = settings.tickets();
    return new Tickets(
        keys, tickets.lifetime(), tickets.deviceLifetime(), addresses, Clock.systemUTC());
  }

  private static String doors(MediaSettings settings, Optional<String> elsewhere) {
    return elsewhere.orElse("") + settings.site().contextPath();
  }

  /** Tickets for use on the pages' own origin. */
  public Tickets(TicketKeys keys, Duration lifetime, Duration deviceLifetime, Clock clock) {
    this(
        keys,
        lifetime,
        deviceLifetime,
        Map.of(StreamAction.PUBLISH, "", StreamAction.PLAY, "", StreamAction.RECEIVE, ""),
        clock);
  }

  private Tickets(
      TicketKeys keys,
      Duration lifetime,
      Duration deviceLifetime,
      Map<StreamAction, String> addresses,
      Clock clock) {
    this.addresses = addresses;
    this.clock = clock;
    this.lifetime = lifetime;
    this.deviceLifetime = deviceLifetime;
    this.seal = new TicketSeal(keys);
    this.used = new UsedTickets(clock, System::nanoTime, UsedTickets.CAPACITY);
  }

  /** A new ticket of the actor, with the URL to use it at. */
  public Ticket issue(Actor actor, StreamAction action, StreamId stream) {
    return issue(action, stream, actor.person().value(), expiry());
  }

  /** A new ticket of the actor to begin that receiver. */
  public Ticket issueToReceive(Actor actor, StreamId receiver) {
    return issue(StreamAction.RECEIVE, receiver, actor.person().value(), expiry());
  }

  /**
   * A ticket for a device to publish, which lives much longer than a page's.
   *
   * @param device whose ticket it is: not the person's who asked for it, so that the device
   *     replaces what its own broken connection left behind, whoever gave it its address
   */
  public Ticket issueForDevice(StreamId stream, String device) {
    Instant expires = clock.instant().plus(deviceLifetime).truncatedTo(ChronoUnit.MILLIS);
    return issue(StreamAction.PUBLISH, stream, device, expires);
  }

  private Ticket issue(StreamAction action, StreamId stream, String personId, Instant expires) {
    String text = seal.seal(TicketClaims.of(personId, stream, action, expires));
    String url =
        "%s/rtc/v1/%s/?app=%s&stream=%s&ticket=%s"
            .formatted(addresses.get(action), action.door(), stream.app(), stream.name(), text);
    return new Ticket(text, url, expires);
  }

  /** When a ticket that is issued now expires, and with it all that were issued before. */
  public Instant expiry() {
    return clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether what expires then has expired. */
  public boolean isOver(Instant expires) {
    return expires.isBefore(clock.instant());
  }

  /**
   * Checks that the ticket permits this action on this stream now.
   *
   * @throws MediaRefusal with the reason why it does not
   */
  public TicketClaims check(String text, StreamAction action, StreamId stream) {
    TicketClaims claims = seal.open(text);
    if (isOver(claims.expires())) {
      throw new MediaRefusal(MediaRefusal.Reason.TICKET_EXPIRED, "ticket-expired");
    }
    if (!claims.stream().equals(stream) || claims.action() != action) {
      throw new MediaRefusal(
          MediaRefusal.Reason.TICKET_FOR_SOMETHING_ELSE, "ticket-for-something-else");
    }
    return claims;
  }

  /**
   * Takes a publishing ticket out of use; other tickets may be used again until they expire.
   *
   * @throws MediaRefusal {@code TICKET_USED} when it was used before
   */
  public void use(TicketClaims claims) {
    if (claims.action() == StreamAction.PUBLISH) {
      used.add(claims.nonce(), claims.expires());
    }
  }

  /**
   * As {@link #use} for a client of a node, which may ask again for the same client.
   *
   * @throws MediaRefusal {@code TICKET_USED} when another client used it
   */
  public void use(TicketClaims claims, String clientId) {
    if (claims.action() == StreamAction.PUBLISH) {
      used.add(claims.nonce(), claims.expires(), clientId);
    }
  }

  /** Undoes {@link #use}: the session that the ticket was used for did not begin. */
  public void giveBack(TicketClaims claims) {
    if (claims.action() == StreamAction.PUBLISH) {
      used.remove(claims.nonce());
    }
  }
}
