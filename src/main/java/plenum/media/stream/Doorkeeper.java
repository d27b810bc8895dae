package plenum.media.stream;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeIce;
import plenum.media.node.NodeOffer;
import plenum.media.ticket.TicketClaims;
import plenum.media.ticket.Tickets;
import plenum.settings.MediaSettings;

/**
 * Decides who passes to the node: Plenum's own doors ask it, and so will SRS's hooks. With {@code
 * plenum.media.open} everybody passes.
 */
public final class Doorkeeper {

  private static final Set<Reason> OF_TICKETS =
      EnumSet.of(
          Reason.NO_TICKET,
          Reason.TICKET_INVALID,
          Reason.TICKET_EXPIRED,
          Reason.TICKET_FOR_SOMETHING_ELSE,
          Reason.TICKET_USED,
          Reason.STREAM_CLOSED);

  private final MediaSettings settings;
  private final Streams streams;
  private final Receivers receivers;
  private final Tickets tickets;
  private final MediaNode node;
  private final AuditTrail trail;

  /** The tickets whose offers a node is looking at, by nonce, and how many times. */
  private final Map<Long, Integer> admitting = new ConcurrentHashMap<>();

  /**
   * @param trail keeps what was refused for its ticket
   */
  public Doorkeeper(
      MediaSettings settings,
      Streams streams,
      Receivers receivers,
      Tickets tickets,
      MediaNode node,
      AuditTrail trail) {
    this.settings = settings;
    this.streams = streams;
    this.receivers = receivers;
    this.tickets = tickets;
    this.node = node;
    this.trail = trail;
  }

  /**
   * Begins a session on the node if the ticket permits it. A publishing ticket is used up only by a
   * session that began, so that its holder can try again with another offer.
   *
   * <p>A publisher replaces its own earlier session, which a reload or a broken network may have
   * left behind; to everybody else the stream is busy.
   *
   * @throws MediaRefusal with the reason, the ticket's, the stream's or the node's
   */
  public NodeAnswer admit(StreamAction action, Optional<String> ticket, NodeOffer offer) {
    try {
      return admitted(action, ticket, offer);
    } catch (MediaRefusal refusal) {
      if (OF_TICKETS.contains(refusal.reason())) {
        trail.add(entry(action, offer, refusal));
      }
      throw refusal;
    }
  }

  private static AuditEntry entry(StreamAction action, NodeOffer offer, MediaRefusal refusal) {
    return AuditEntry.refusedTo(
        offer.remote(),
        Instant.now(),
        "media-" + action.name().toLowerCase(Locale.ROOT),
        offer.stream().path(),
        refusal.code());
  }

  private NodeAnswer admitted(StreamAction action, Optional<String> ticket, NodeOffer offer) {
    if (settings.open()) {
      return begin(action, offer);
    }
    TicketClaims claims =
        tickets.check(ticket.orElseThrow(Doorkeeper::none), action, offer.stream());
    require(claims);
    boolean usedUp = streams.usesTicketsUp(offer.stream());
    if (usedUp) {
      tickets.use(claims);
    }
    admitting.merge(claims.nonce(), 1, Integer::sum);
    try {
      NodeAnswer answer = beginFor(claims, offer.with(ticket.get(), claims));
      remember(claims, answer);
      return answer;
    } catch (RuntimeException refused) {
      if (usedUp) {
        tickets.giveBack(claims);
      }
      throw refused;
    } finally {
      admitting.compute(claims.nonce(), (nonce, count) -> count == 1 ? null : count - 1);
    }
  }

  /**
   * Checks that a session may begin, without beginning it: for a reverse proxy that hands offers to
   * the node by itself.
   *
   * @throws MediaRefusal with the reason, the ticket's or the stream's
   */
  public void require(StreamAction action, Optional<String> ticket, StreamId stream) {
    if (!settings.open()) {
      require(tickets.check(ticket.orElseThrow(Doorkeeper::none), action, stream));
    }
  }

  private void require(TicketClaims claims) {
    if (claims.action() == StreamAction.RECEIVE) {
      receivers.require(claims);
    } else {
      streams.require(claims);
    }
  }

  /**
   * Checks that somebody may get the stream over plain HTTP.
   *
   * @return who it is; a person without an id where the doors are open
   * @throws MediaRefusal with the reason, the ticket's or the stream's
   */
  public TicketClaims view(Optional<String> ticket, StreamId stream) {
    if (settings.open()) {
      return TicketClaims.of("", stream, StreamAction.PLAY, Instant.MAX);
    }
    TicketClaims claims =
        tickets.check(ticket.orElseThrow(Doorkeeper::none), StreamAction.PLAY, stream);
    streams.require(claims);
    return claims;
  }

  /**
   * A node asks whether a session that it just made may go on. The same question for the same
   * client has the same answer.
   *
   * @throws MediaRefusal with the reason, the ticket's or the stream's
   */
  public void confirm(
      StreamAction action, Optional<String> ticket, StreamId stream, String clientId) {
    if (settings.open()) {
      return;
    }
    TicketClaims claims = tickets.check(ticket.orElseThrow(Doorkeeper::none), action, stream);
    streams.require(claims);
    if (streams.usesTicketsUp(stream)) {
      tickets.use(claims, clientId);
    }
    if (!admitting.containsKey(claims.nonce())) { // Otherwise admit() knows the session better.
      streams.begun(claims, NodeAnswer.ofClient(clientId));
    }
  }

  /**
   * Ends a session by what its Location says.
   *
   * @return false when there is no such session or the token is not its own
   */
  public boolean end(StreamId stream, String session, String token) {
    return node.end(stream, session, token);
  }

  /**
   * The names of a session in ICE, by what its Location says.
   *
   * @return empty when there is no such session or the token is not its own
   */
  public Optional<NodeIce> ice(StreamId stream, String session, String token) {
    return node.ice(stream, session, token);
  }

  /**
   * Restarts a session's ICE.
   *
   * @param remoteUserFragment the client's new one
   * @return empty when there is no such session or the token is not its own
   * @throws MediaRefusal when the node cannot do it, or the name is none
   */
  public Optional<NodeIce> restartIce(
      StreamId stream, String session, String token, String remoteUserFragment) {
    return node.restartIce(stream, session, token, remoteUserFragment);
  }

  private NodeAnswer beginFor(TicketClaims claims, NodeOffer offer) {
    if (claims.action() != StreamAction.PUBLISH) {
      return begin(claims.action(), offer);
    }
    try {
      return node.publish(offer);
    } catch (MediaRefusal refusal) {
      if (refusal.reason() != Reason.STREAM_BUSY || !endOwn(claims)) {
        throw refusal;
      }
      return node.publish(offer);
    }
  }

  private boolean endOwn(TicketClaims claims) {
    return streams
        .publishing(claims.stream())
        .filter(publishing -> publishing.personId().equals(claims.personId()))
        .map(Streams.Publishing::session)
        .filter(
            own ->
                own.isOfClient()
                    ? node.kick(own.session())
                    : node.end(claims.stream(), own.session(), own.token()))
        .isPresent();
  }

  private NodeAnswer begin(StreamAction action, NodeOffer offer) {
    return switch (action) {
      case PUBLISH -> node.publish(offer);
      case PLAY -> node.play(offer);
      case RECEIVE -> node.receive(offer);
    };
  }

  /** The right may have ended, and with it the sessions there were, just before this one began. */
  private void remember(TicketClaims claims, NodeAnswer answer) {
    try {
      if (claims.action() == StreamAction.RECEIVE) {
        receivers.begun(claims, answer);
      } else {
        streams.begun(claims, answer);
      }
    } catch (MediaRefusal tooLate) {
      node.end(claims.stream(), answer.session(), answer.token());
      throw tooLate;
    }
  }

  private static MediaRefusal none() {
    return new MediaRefusal(Reason.NO_TICKET, "no-ticket");
  }
}
