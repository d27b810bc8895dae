package plenum.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.StreamId;
import plenum.order.Guard;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.SeatStreams.Held;
import plenum.text.Refused;

/** What a change of state entails for others. */
final class Consequences {

  private final List<RoomEvent> events = new ArrayList<>();
  private final List<Consumer<RoomStore>> writes = new ArrayList<>();
  private final List<StreamId> ended = new ArrayList<>();
  private final List<SentAway> sentAway = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private Optional<Deed> deed = Optional.empty();
  private boolean onlyRefused;
  private Optional<AuditEntry> ofNobody = Optional.empty();

  private final List<Left> left = new ArrayList<>();

  private record Left(Place place, PersonId person) {}

  private record SentAway(StreamId stream, PersonId person) {}

  /** Something that the audit trail keeps. */
  private record Deed(Actor actor, String act, String object) {}

  /** The step does, or does not do, this: it is kept in the audit trail. */
  void act(Actor actor, String act, String object) {
    deed = Optional.of(new Deed(actor, act, object));
  }

  /** The same, but it is kept only when it is refused. */
  void actIfRefused(Actor actor, String act, RoomId room) {
    act(actor, act, room);
    onlyRefused = true;
  }

  /** The same, of a room. */
  void act(Actor actor, String act, RoomId room) {
    act(actor, act, room.value());
  }

  /** The same, of somebody in a room. */
  void act(Actor actor, String act, RoomId room, PersonId person) {
    act(actor, act, room.value() + " " + person.value());
  }

  /** The server itself did this with a room: its time was over. */
  void actOfNobody(String act, RoomId room) {
    ofNobody =
        Optional.of(
            new AuditEntry(
                Instant.now(),
                Optional.empty(),
                "",
                Optional.empty(),
                act,
                room.value(),
                Outcome.DONE,
                ""));
  }

  /** What the step did is done; nothing when it is none of those that are kept. */
  void succeeded(AuditTrail trail) {
    ofNobody.ifPresent(trail::add);
    deed.filter(one -> !onlyRefused)
        .ifPresent(one -> trail.add(AuditEntry.done(one.actor(), one.act(), one.object())));
  }

  /** What the step wanted to do was refused. */
  void refused(AuditTrail trail, Refused refused) {
    deed.ifPresent(
        one -> trail.add(AuditEntry.refused(one.actor(), one.act(), one.object(), refused.code())));
  }

  void tell(RoomEvent event) {
    events.add(event);
  }

  /** Others see the member differently now. */
  void tellUpdated(Seat seat) {
    tell(new MemberUpdated(seat.room().id(), seat.person()));
  }

  void end(StreamId stream) {
    ended.add(stream);
  }

  /** Not to be ended after all. */
  void keep(StreamId stream) {
    ended.remove(stream);
  }

  /** Nobody gets the sound, or the picture, of the stream until this is said otherwise. */
  void hold(Held now) {
    held.add(now);
  }

  /** The person may see and hear the stream no longer. */
  void sendAway(StreamId stream, PersonId person) {
    sentAway.add(new SentAway(stream, person));
  }

  /** The person receives nothing of the place any more. */
  void leave(Place place, PersonId person) {
    left.add(new Left(place, person));
  }

  /** The room outlives a restart, as it is now. */
  void store(KeptRoom room) {
    writes.add(store -> store.put(room));
  }

  /** The room does not outlive a restart any more. */
  void forget(RoomId room) {
    writes.add(store -> store.remove(room));
  }

  /** Has it done after the change that runs; whoever hears of it finds streams ended already. */
  void carryOut(Guard guard, RoomStreams streams, RoomStore store, Consumer<RoomEvent> told) {
    ended.forEach(stream -> guard.then(() -> streams.close(stream)));
    sentAway.forEach(gone -> guard.then(() -> streams.sendAway(gone.stream(), gone.person())));
    left.forEach(one -> guard.then(() -> streams.leave(one.place(), one.person())));
    held.forEach(one -> guard.then(() -> streams.hold(one.stream(), one.sound(), one.picture())));
    events.forEach(event -> guard.then(() -> told.accept(event)));
    writes.forEach(write -> guard.write(() -> write.accept(store)));
  }
}
