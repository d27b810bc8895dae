package plenum.room;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.StreamId;
import plenum.right.Rights;
import plenum.room.RoomEvent.ObservationEnded;
import plenum.room.RoomEvent.ObserversChanged;
import plenum.room.RoomRefused.Reason;
import plenum.time.Timers;

/**
 * Which administrators get a stream of a room on their own pages, without a seat. Whoever sits
 * there is told; the audit trail has the beginning and the end. It ends with the page, with the
 * right, and with the stream. Thread-safe; calls return at once.
 */
public final class Observations {

  /** How soon it ends when the right does, of which nobody tells. */
  static final Duration LOOK = Duration.ofMillis(500);

  private static final String BEGIN = "observe-stream";
  private static final String END = "end-observation";

  /** What media has to do for it. */
  public interface Media {

    /** Whether the stream is open still. */
    boolean isOpen(StreamId stream);

    /** Ends what the person plays of it. */
    void sendAway(StreamId stream, PersonId person);
  }

  /**
   * @param who the observer, as that one is now
   */
  private record Observation(Supplier<Actor> who, Actor began, RoomId room, StreamId stream) {

    String object() {
      return room + " " + stream.name();
    }
  }

  private final Rooms rooms;
  private final Media media;
  private final Rights rights;
  private final Timers timers;
  private final AuditTrail trail;
  private final Consumer<RoomEvent> events;
  private final Map<SessionId, Observation> bySession = new LinkedHashMap<>();
  private boolean looking;

  public Observations(
      Rooms rooms,
      Media media,
      Rights rights,
      Timers timers,
      AuditTrail trail,
      Consumer<RoomEvent> events) {
    this.rooms = rooms;
    this.media = media;
    this.rights = rights;
    this.timers = timers;
    this.trail = trail;
    this.events = events;
  }

  /**
   * Begins to observe a stream of a room; what the same page observed before ends.
   *
   * @param who the observer, whenever that is asked
   * @param stream its name
   * @throws RoomRefused {@code NOT_ALLOWED} to whom {@link Rights#mayObserve} does not permit it,
   *     and in a call; {@code NO_SUCH_ROOM}, {@code NO_SUCH_STREAM}
   */
  public StreamId begin(Supplier<Actor> who, RoomId room, String stream) {
    Actor actor = who.get();
    if (!rights.mayObserve(actor)) {
      RoomRefused refused = new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.observe");
      trail.add(AuditEntry.refused(actor, BEGIN, room + " " + stream, refused.code()));
      throw refused;
    }
    StreamId wanted = rooms.view(actor, room, stream);
    Observation begun = new Observation(who, actor, room, wanted);
    if (isKnown(actor.session(), begun)) {
      return wanted; // Its connection broke, and it needs another ticket.
    }
    end(actor.session(), ObservationEnd.ANOTHER);
    synchronized (this) {
      bySession.put(actor.session(), begun);
    }
    trail.add(AuditEntry.done(actor, BEGIN, begun.object()));
    events.accept(new ObserversChanged(room));
    look();
    return wanted;
  }

  private synchronized boolean isKnown(SessionId session, Observation begun) {
    Observation known = bySession.get(session);
    return known != null && known.stream().equals(begun.stream());
  }

  /** A page observes no longer; does nothing when it does not. */
  public void end(SessionId session, ObservationEnd why) {
    Optional<Observation> over;
    synchronized (this) {
      over = Optional.ofNullable(bySession.remove(session));
    }
    over.ifPresent(one -> ended(session, one, why));
  }

  private void ended(SessionId session, Observation one, ObservationEnd why) {
    Actor actor = one.began();
    // Who sits there plays it anyway.
    if (rooms.seatOf(actor.person()).filter(one.room()::equals).isEmpty()) {
      media.sendAway(one.stream(), actor.person());
    }
    trail.add(AuditEntry.done(actor, END, one.object()).with(why.word()));
    events.accept(new ObserversChanged(one.room()));
    events.accept(new ObservationEnded(one.room(), session, why.word()));
  }

  /** Nobody's act: a room is gone, or whoever is there is gone from it. */
  public void roomGone(RoomId room) {
    endAll(one -> one.room().equals(room), ObservationEnd.ROOM_CLOSED);
  }

  private void endAll(Predicate<Observation> which, ObservationEnd why) {
    Map<SessionId, Observation> over = new LinkedHashMap<>();
    synchronized (this) {
      bySession.forEach(
          (session, one) -> {
            if (which.test(one)) {
              over.put(session, one);
            }
          });
    }
    over.keySet().forEach(session -> end(session, why));
  }

  /** How those are called who observe something of a room. */
  public synchronized List<String> observers(RoomId room) {
    return bySession.values().stream()
        .filter(one -> one.room().equals(room))
        .map(one -> one.began().name().value())
        .distinct()
        .toList();
  }

  /** Looks again and again while somebody observes. */
  private void look() {
    synchronized (this) {
      if (looking || bySession.isEmpty()) {
        return;
      }
      looking = true;
    }
    timers.after(LOOK, this::lookNow);
  }

  private void lookNow() {
    synchronized (this) {
      looking = false;
    }
    endAll(one -> !rights.mayObserve(one.who().get()), ObservationEnd.NO_RIGHT);
    endAll(one -> !media.isOpen(one.stream()), ObservationEnd.STREAM_ENDED);
    look();
  }
}
