package plenum.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import plenum.audit.AuditTrail;
import plenum.audit.PacedTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.presence.Presence;
import plenum.presence.PresenceEvent.PersonOffline;
import plenum.right.Rights;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.settings.CallSettings;
import plenum.settings.Current;
import plenum.settings.PaceSettings;
import plenum.time.Timers;

/** Wires the calls to the application. */
@ApplicationScoped
class CallsProducer {

  private InMemoryCalls calls;

  /** For the container's proxy only. */
  protected CallsProducer() {}

  @Inject
  CallsProducer(
      Current<CallSettings> settings,
      Rights rights,
      Timers timers,
      Rooms rooms,
      Presence presence,
      CallStore store,
      AuditTrail trail,
      Current<PaceSettings> paces,
      Event<CallEvent> events) {
    InstantSource clock = InstantSource.system();
    calls =
        new InMemoryCalls(
            settings,
            rights,
            timers,
            clock,
            System::nanoTime,
            callRooms(rooms),
            person -> party(presence, person),
            new InMemoryCallRecords(settings, clock, store),
            new PacedTrail(trail, paces, System::nanoTime),
            events::fire);
  }

  @Produces
  @ApplicationScoped
  Calls calls() {
    return calls;
  }

  void seat(@Observes MemberJoined joined) {
    calls.joined(joined.room(), joined.person());
  }

  void seat(@Observes MemberLeft left) {
    calls.left(left.room(), left.person(), left.reason());
  }

  void lose(@Observes PersonOffline offline) {
    calls.offline(offline.person());
  }

  /** Nobody can be called who is here by a guest link, for one room. */
  static Optional<Party> party(Presence presence, PersonId person) {
    return presence
        .person(person)
        .filter(online -> !online.outsider())
        .map(online -> new Party(online.id(), online.name()));
  }

  static CallRooms callRooms(Rooms rooms) {
    return new CallRooms() {
      @Override
      public RoomId open(PersonId from) {
        return rooms.openCall(Set.of(from));
      }

      @Override
      public void admit(RoomId room, PersonId to) {
        rooms.admit(room, to);
      }

      @Override
      public void close(RoomId room) {
        rooms.closeCall(room);
      }

      @Override
      public void makeGroup(Actor actor, RoomId room, RoomName name) {
        rooms.makeGroup(actor, room, name);
      }

      @Override
      public boolean isSeated(RoomId room, PersonId person) {
        return rooms.member(room, person).isPresent();
      }
    };
  }
}
