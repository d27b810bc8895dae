package plenum.media.stream;

import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import plenum.identity.Actor;
import plenum.media.Ingest;
import plenum.media.MediaRefusal;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.AirBoard;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.Placement;
import plenum.media.ticket.Ticket;
import plenum.media.ticket.TicketClaims;
import plenum.media.ticket.Tickets;
import plenum.media.ticket.ViewTicket;
import plenum.settings.MediaSettings;

/**
 * The streams that rooms and calls opened. Only these pass the doors (unless {@code
 * plenum.media.open} is set), each with a ticket of its own. Thread-safe; no call waits for a node.
 */
public final class Streams {

  /** The session that began last with a ticket of this person. */
  record Publishing(String personId, NodeAnswer session) {}

  private static final System.Logger LOG = System.getLogger(Streams.class.getName());
  private static final int NAME_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final Map<StreamId, OpenStream> open = new HashMap<>();
  private final Object holding = new Object();
  private final SentAway sentAway = new SentAway();
  private final Viewers viewers = new Viewers();

  private final MediaSettings settings;
  private final MediaNode node;
  private final Placement placement;
  private final AirBoard board;
  private final Tickets tickets;
  private final Executor worker;

  public Streams(
      MediaSettings settings,
      MediaNode node,
      Placement placement,
      AirBoard board,
      Tickets tickets,
      Executor worker) {
    this.settings = settings;
    this.node = node;
    this.placement = placement;
    this.board = board;
    this.tickets = tickets;
    this.worker = worker;
  }

  /**
   * A new stream with an unguessable name (128 random bits, then the source), permitted at the
   * doors from now until {@link #close}.
   *
   * @param place where it belongs
   * @param source {@code camera} or {@code screen}; the name's last part
   * @throws MediaRefusal {@code TOO_MANY} at the limit {@code plenum.media.max-streams}; {@code
   *     BAD_NAME} for a kind of place or a source with other letters
   */
  public StreamId open(Place place, String source) {
    return add(place, source, new OpenStream(place, false));
  }

  /**
   * As {@link #open}, for a device that is not a browser: it keeps its ticket and may use it again
   * and again, since a camera that lost its network cannot ask for another one.
   */
  public StreamId openForDevice(Place place, String source) {
    return add(place, source, new OpenStream(place, true));
  }

  private StreamId add(Place place, String source, OpenStream stream) {
    StreamId id = new StreamId(place.kind().app(), unguessable() + "-" + source);
    synchronized (open) {
      if (open.size() >= settings.maxStreams()) {
        throw new MediaRefusal(MediaRefusal.Reason.TOO_MANY, "too-many.streams");
      }
      open.put(id, stream);
      placement.add(id, place);
    }
    return id;
  }

  /**
   * Permits the stream no longer; its publisher and its players are ended on the node, soon. Does
   * nothing for a stream that is not open.
   */
  public void close(StreamId id) {
    boolean wasOpen;
    synchronized (open) {
      wasOpen = open.remove(id) != null;
    }
    if (wasOpen) {
      placement.remove(id);
      end(viewers.of(id));
      worker.execute(
          () -> {
            node.endAll(id);
            tellHeld(id);
          });
    }
  }

  /** Whether the doors let the stream pass. */
  public boolean permits(StreamId id) {
    if (settings.open()) {
      return true;
    }
    synchronized (open) {
      return open.containsKey(id);
    }
  }

  /**
   * Ends the person's players of the stream on the node, soon, and takes the tickets back that the
   * person has for playing anything in its place. A later ticket is good again. Does nothing for a
   * stream that is not open.
   */
  public void sendAway(StreamId id, String personId) {
    List<NodeAnswer> players;
    synchronized (open) {
      OpenStream stream = open.get(id);
      if (stream == null) {
        return;
      }
      sentAway.add(stream.place(), personId, tickets.expiry(), tickets::isOver);
      players = stream.sendAway(personId);
    }
    end(viewers.of(id, personId));
    if (!players.isEmpty()) {
      worker.execute(() -> players.forEach(player -> end(id, player)));
    }
  }

  /**
   * From now on nobody gets the sound, or the picture, of the stream, whatever its publisher sends,
   * where the node can do that; both false undoes it. Does nothing for a stream that is not open.
   */
  public void hold(StreamId id, boolean sound, boolean picture) {
    synchronized (open) {
      OpenStream stream = open.get(id);
      if (stream == null) {
        return;
      }
      stream.hold(new OpenStream.Held(sound, picture));
    }
    worker.execute(() -> tellHeld(id));
  }

  /** Whichever thread tells last tells what was said last. */
  private void tellHeld(StreamId id) {
    synchronized (holding) {
      OpenStream.Held now;
      synchronized (open) {
        now =
            Optional.ofNullable(open.get(id)).map(OpenStream::held).orElse(OpenStream.Held.NOTHING);
      }
      node.hold(id, now.sound(), now.picture());
    }
  }

  /**
   * Checks that a ticket's holder may begin, beyond what the ticket itself tells.
   *
   * @throws MediaRefusal {@code STREAM_CLOSED}, or {@code TICKET_EXPIRED} when it was taken back
   */
  void require(TicketClaims claims) {
    synchronized (open) {
      required(claims);
    }
  }

  private OpenStream required(TicketClaims claims) {
    OpenStream stream = open.get(claims.stream());
    if (stream == null) {
      throw closed();
    }
    if (sentAway.voids(stream.place(), claims)) {
      throw new MediaRefusal(MediaRefusal.Reason.TICKET_EXPIRED, "ticket-expired.left");
    }
    return stream;
  }

  /**
   * Remembers the session that began with a ticket, for as long as the stream is open.
   *
   * @throws MediaRefusal as {@link #require}; the session is to be ended then
   */
  void begun(TicketClaims claims, NodeAnswer session) {
    Optional<NodeAnswer> surplus = Optional.empty();
    synchronized (open) {
      OpenStream stream = required(claims);
      if (claims.action() == StreamAction.PUBLISH) {
        stream.publishedBy(new Publishing(claims.personId(), session));
      } else {
        surplus = stream.playedBy(claims.personId(), session);
      }
    }
    surplus.ifPresent(oldest -> worker.execute(() -> end(claims.stream(), oldest)));
  }

  /**
   * Lets somebody get the stream over plain HTTP, until {@link #left} or until {@link Viewer#end}
   * is called: when the stream is closed or goes off air, or the person is sent away.
   *
   * @throws MediaRefusal as {@link #require}, or {@code TOO_MANY_VIEWERS} at the limit {@code
   *     plenum.media.max-viewers}
   */
  public void view(TicketClaims claims, Viewer viewer) {
    Optional<Viewer> surplus;
    synchronized (open) {
      if (!settings.open()) {
        required(claims);
      }
      surplus = viewers.add(viewer, settings.viewing().maxViewers());
    }
    surplus.ifPresent(oldest -> end(List.of(oldest)));
  }

  /** The viewer gets the stream no longer. */
  public void left(Viewer viewer) {
    viewers.remove(viewer);
  }

  /** The stream is on air no longer: whoever views it is sent away. */
  void offAir(StreamId stream) {
    end(viewers.of(stream));
  }

  private void end(List<Viewer> ended) {
    if (!ended.isEmpty()) {
      worker.execute(() -> ended.forEach(Viewer::end));
    }
  }

  /** The session that began last to publish the stream; it may be over. */
  Optional<Publishing> publishing(StreamId id) {
    synchronized (open) {
      return Optional.ofNullable(open.get(id)).flatMap(OpenStream::publishing);
    }
  }

  /** The stream as its node reported it, if it is on air. */
  public Optional<OnAir> onAir(StreamId id) {
    return board.onAir(id);
  }

  /**
   * The right to publish the stream, once.
   *
   * @throws MediaRefusal {@code STREAM_CLOSED} when the stream is not open
   */
  public Ticket publishTicket(Actor actor, StreamId id) {
    return ticket(actor, StreamAction.PUBLISH, id);
  }

  /**
   * The right of a device to publish the stream, as often as it wants until the ticket expires or
   * the stream is closed. It is the device's, whoever asks for it.
   *
   * @param device its id
   * @throws MediaRefusal {@code STREAM_CLOSED} when the stream is not open
   */
  public Ticket deviceTicket(Actor actor, StreamId id, String device) {
    if (!permits(id)) {
      throw closed();
    }
    LOG.log(Level.DEBUG, "{0} is given the key of device {1}", actor.person(), device);
    return tickets.issueForDevice(id, device);
  }

  /** The ways in which a device can publish the stream with this ticket, WHIP first. */
  public List<Ingest> ingests(StreamId id, Ticket ticket) {
    String path =
        settings
            .site()
            .path("/rtc/v1/%s/?app=%s&stream=%s")
            .formatted(StreamAction.PUBLISH.door(), id.app(), id.name());
    List<Ingest> all = new ArrayList<>();
    all.add(new Ingest("whip", path, ticket.text()));
    all.addAll(node.ingests(id, ticket));
    return List.copyOf(all);
  }

  /** Whether a ticket for publishing this stream may be used once only. */
  boolean usesTicketsUp(StreamId id) {
    synchronized (open) {
      OpenStream stream = open.get(id);
      return stream == null || !stream.ofDevice();
    }
  }

  /**
   * The right to play the stream.
   *
   * @throws MediaRefusal {@code STREAM_CLOSED} when the stream is not open
   */
  public Ticket playTicket(Actor actor, StreamId id) {
    return ticket(actor, StreamAction.PLAY, id);
  }

  /**
   * The right to play the stream over plain HTTP.
   *
   * @throws MediaRefusal {@code NEEDS_SRS} when the embedded engine carries the media, {@code
   *     STREAM_CLOSED}, or {@code TOO_MANY_VIEWERS}
   */
  public ViewTicket viewTicket(Actor actor, StreamId id) {
    if (!settings.srs().inUse()) {
      throw needsSrs();
    }
    viewers.requireRoom(settings.viewing().maxViewers());
    Ticket ticket = playTicket(actor, id);
    String base = settings.viewing().httpAddress().orElse(settings.site().path("/live"));
    return ViewTicket.of(ticket, id, base);
  }

  /** What to tell who wants to view where that cannot be. */
  public static MediaRefusal needsSrs() {
    return new MediaRefusal(MediaRefusal.Reason.NEEDS_SRS, "needs-srs");
  }

  private Ticket ticket(Actor actor, StreamAction action, StreamId id) {
    if (!permits(id)) {
      throw closed();
    }
    return tickets.issue(actor, action, id);
  }

  static MediaRefusal closed() {
    return new MediaRefusal(MediaRefusal.Reason.STREAM_CLOSED, "stream-closed");
  }

  private void end(StreamId id, NodeAnswer session) {
    if (session.isOfClient()) {
      node.kick(session.session());
    } else {
      node.end(id, session.session(), session.token());
    }
  }

  private String unguessable() {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
