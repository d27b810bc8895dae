package plenum.media.stream;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.Place;
import plenum.media.Reception;
import plenum.media.StreamId;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeAnswer;
import plenum.media.node.Placement;
import plenum.media.ticket.Ticket;
import plenum.media.ticket.TicketClaims;
import plenum.media.ticket.Tickets;
import plenum.settings.MediaSettings;
import plenum.time.Timers;

/**
 * The connections by which pages receive many streams of one place each. Such a receiver has a name
 * like a stream, by which its ticket is made; which streams it gets is said later, and may be said
 * before it is there. Thread-safe; no call waits for a node.
 */
public final class Receivers {

  /** A page needs one or two; the others may be what its broken connections left behind. */
  static final int OF_A_PERSON = 8;

  /** Of those that were begun ahead of a seat: a page that comes, and one that it replaces. */
  static final int AHEAD_OF_A_PERSON = 2;

  /** So long such a one waits for the seat; a page that comes has it within a second or two. */
  static final Duration AHEAD = Duration.ofSeconds(20);

  private static final int NAME_BYTES = 16;
  private static final String SUFFIX = "-receiver";

  /** Guarded by the lock of all. */
  private static final class Receiver {
    private final StreamId id;
    private final Place place;
    private final PersonId person;
    private Optional<NodeAnswer> session = Optional.empty();
    private Reception wanted = Reception.NOTHING;

    /** Whether its person was not known to have a seat yet. */
    private boolean ahead;

    /** Whoever tells the node holds it. */
    private final Object telling = new Object();

    Receiver(StreamId id, Place place, PersonId person) {
      this.id = id;
      this.place = place;
      this.person = person;
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final Map<StreamId, Receiver> receivers = new LinkedHashMap<>();
  private final MediaSettings settings;
  private final MediaNode node;
  private final Placement placement;
  private final Tickets tickets;
  private final Timers timers;
  private final Executor worker;

  public Receivers(
      MediaSettings settings,
      MediaNode node,
      Placement placement,
      Tickets tickets,
      Timers timers,
      Executor worker) {
    this.settings = settings;
    this.node = node;
    this.placement = placement;
    this.tickets = tickets;
    this.timers = timers;
    this.worker = worker;
  }

  /** A receiver's name, and the right to begin it. */
  public record Opened(StreamId receiver, Ticket ticket) {}

  /**
   * A new receiver of the actor's in a place, until {@link #leave}. Of one person's in a place only
   * so many stay: those that began, and the newest.
   *
   * @throws MediaRefusal {@code UNSUPPORTED_OFFER} where the media node cannot do it
   */
  public Opened open(Actor actor, Place place) {
    return open(actor, place, false);
  }

  /**
   * The same for somebody who is about to take a seat in that place: it ends by itself when nothing
   * is {@link #assign assigned} to it soon. There are few of one person's at the same time.
   *
   * @throws MediaRefusal as {@link #open}
   */
  public Opened openAhead(Actor actor, Place place) {
    Opened opened = open(actor, place, true);
    timers.after(AHEAD, () -> endUnused(opened.receiver()));
    return opened;
  }

  private Opened open(Actor actor, Place place, boolean ahead) {
    if (!settings.receiving().offered(settings)) {
      throw new MediaRefusal(Reason.UNSUPPORTED_OFFER, "unsupported-offer.together");
    }
    StreamId id = new StreamId(place.kind().app(), unguessable() + SUFFIX);
    List<Receiver> surplus;
    synchronized (receivers) {
      surplus = ahead ? surplusAhead(actor.person()) : surplus(of(place, actor.person()));
      forget(surplus);
      Receiver receiver = new Receiver(id, place, actor.person());
      receiver.ahead = ahead;
      receivers.put(id, receiver);
      placement.add(id, place);
    }
    end(surplus);
    return new Opened(id, tickets.issueToReceive(actor, id));
  }

  /**
   * Those of one person's that make room for one more: first the oldest that never began, so that
   * tries that fail do not end the one that works.
   */
  private static List<Receiver> surplus(List<Receiver> own) {
    return own.stream()
        .sorted(Comparator.comparing(one -> one.session.isPresent()))
        .limit(Math.max(0, own.size() - OF_A_PERSON + 1))
        .toList();
  }

  /** The oldest that make room for one more, wherever they are. */
  private List<Receiver> surplusAhead(PersonId person) {
    List<Receiver> own =
        receivers.values().stream().filter(one -> one.ahead && one.person.equals(person)).toList();
    return own.subList(0, Math.max(0, own.size() - AHEAD_OF_A_PERSON + 1));
  }

  private void endUnused(StreamId id) {
    List<Receiver> unused;
    synchronized (receivers) {
      unused = Stream.ofNullable(receivers.get(id)).filter(one -> one.ahead).toList();
      forget(unused);
    }
    end(unused);
  }

  /**
   * Says what a receiver of the actor's gets from now on.
   *
   * @param place where the actor is
   * @param name the receiver's
   * @throws MediaRefusal {@code NO_SUCH_SESSION} when the actor has no such receiver there
   */
  public void assign(Actor actor, Place place, String name, Reception wanted) {
    Receiver receiver;
    synchronized (receivers) {
      receiver =
          of(place, actor.person()).stream()
              .filter(own -> own.id.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new MediaRefusal(Reason.NO_SUCH_SESSION, "no-such-session"));
      receiver.wanted = wanted;
      receiver.ahead = false;
    }
    worker.execute(() -> tell(receiver));
  }

  /** Whichever thread tells last tells what was said last. */
  private void tell(Receiver receiver) {
    synchronized (receiver.telling) {
      Optional<NodeAnswer> session;
      Reception wanted;
      synchronized (receivers) {
        session = receiver.session;
        wanted = receiver.wanted;
      }
      session.ifPresent(there -> node.assign(receiver.id, there, wanted));
    }
  }

  /** Ends the person's receivers in that place, soon; their tickets are void. */
  public void leave(Place place, PersonId person) {
    List<Receiver> own;
    synchronized (receivers) {
      own = of(place, person);
      forget(own);
    }
    end(own);
  }

  /** Whose a receiver is, if it is there. */
  public Optional<PersonId> person(StreamId receiver) {
    synchronized (receivers) {
      return Optional.ofNullable(receivers.get(receiver)).map(found -> found.person);
    }
  }

  /**
   * Checks that a ticket's receiver may begin.
   *
   * @throws MediaRefusal {@code TICKET_EXPIRED} when its person left
   */
  void require(TicketClaims claims) {
    synchronized (receivers) {
      required(claims);
    }
  }

  private Receiver required(TicketClaims claims) {
    Receiver receiver = receivers.get(claims.stream());
    if (receiver == null || !receiver.person.value().equals(claims.personId())) {
      throw new MediaRefusal(Reason.TICKET_EXPIRED, "ticket-expired.left");
    }
    return receiver;
  }

  /**
   * A receiver's session began, in the place of one that it may have had before.
   *
   * @throws MediaRefusal as {@link #require}; the session is to be ended then
   */
  void begun(TicketClaims claims, NodeAnswer answer) {
    Receiver receiver;
    Optional<NodeAnswer> before;
    synchronized (receivers) {
      receiver = required(claims);
      before = receiver.session;
      receiver.session = Optional.of(new NodeAnswer(answer.session(), answer.token(), ""));
    }
    worker.execute(
        () -> {
          before.ifPresent(old -> node.end(receiver.id, old.session(), old.token()));
          tell(receiver);
        });
  }

  private List<Receiver> of(Place place, PersonId person) {
    return receivers.values().stream()
        .filter(one -> one.place.equals(place) && one.person.equals(person))
        .toList();
  }

  private void forget(List<Receiver> over) {
    over.forEach(one -> receivers.remove(one.id));
  }

  private void end(List<Receiver> over) {
    List<Runnable> ends = new ArrayList<>();
    for (Receiver one : over) {
      synchronized (receivers) {
        one.session.ifPresent(
            session -> ends.add(() -> node.end(one.id, session.session(), session.token())));
      }
      ends.add(() -> placement.remove(one.id));
    }
    if (!ends.isEmpty()) {
      worker.execute(() -> ends.forEach(Runnable::run));
    }
  }

  private String unguessable() {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
