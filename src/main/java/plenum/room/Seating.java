package plenum.room;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.StreamId;
import plenum.room.RoomEvent.Admitted;
import plenum.room.RoomEvent.CameraStopped;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.Muted;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomEvent.WaitingChanged;
import plenum.settings.Current;
import plenum.settings.PresenceSettings;
import plenum.time.Timers;

/** How people take seats, and lose them; part of a step of the registry. */
final class Seating {

  private final Entrance entrance;
  private final Gates gates;
  private final Current<PresenceSettings> patience;
  private final Timers timers;
  private final Steps steps;
  private final Seats seats;
  private final RoomDevices devices;
  private final Pages pages;

  private final Map<SessionId, Room> waiting = new HashMap<>();
  private Consumer<Room> left = room -> {};

  Seating(
      Entrance entrance,
      Gates gates,
      Current<PresenceSettings> patience,
      Timers timers,
      Steps steps,
      Seats seats,
      RoomDevices devices,
      Pages pages) {
    this.entrance = entrance;
    this.gates = gates;
    this.patience = patience;
    this.timers = timers;
    this.steps = steps;
    this.seats = seats;
    this.devices = devices;
    this.pages = pages;
  }

  /** From now on that one is told of rooms that somebody came into or left. */
  void watch(Consumer<Room> watcher) {
    left = watcher;
  }

  /**
   * The actor takes a seat, or the same one again. The stream is kept if it is needed.
   *
   * @param proved the password that was given, if it was the room's
   * @return false when the actor has to wait for it
   */
  boolean sit(
      Actor actor,
      Room room,
      Devices devices,
      Optional<RoomPassword> proved,
      StreamId fresh,
      Consequences entails) {
    Optional<Seat> before = seats.of(actor.person());
    boolean here = before.isPresent() && before.get().room() == room;
    stopWaiting(actor, room, entails);
    if (!here && !entrance.lets(actor, room, proved, entails)) {
      waiting.put(actor.session(), room);
      return false;
    }
    before
        .filter(seat -> seat.isConnected() && !seat.session().equals(actor.session()))
        .ifPresent(seat -> entails.tell(new SeatMoved(seat.room().id(), seat.session())));
    if (here) {
      sitAgain(actor, before.get(), devices, fresh, entails);
      return true;
    }
    before.ifPresent(seat -> giveUp(seat, LeaveReason.MOVED, entails));
    Seat seat = new Seat(actor, room, devices);
    room.add(seat);
    seats.add(seat);
    pages.begins(seat, fresh, entails);
    gates.look(seat, entails);
    entails.tell(new MemberJoined(room.id(), actor.person()));
    occupancyChanged(room, entails);
    return true;
  }

  private void occupancyChanged(Room room, Consequences entails) {
    left.accept(room);
    pages.occupancyChanged(room, entails);
    if (!room.meeting().waiting().isEmpty()) {
      entails.tell(new WaitingChanged(room.id()));
    }
  }

  /** Before another room than this one the connection waits no longer. */
  private void stopWaiting(Actor actor, Room room, Consequences entails) {
    waitsBefore(actor.session())
        .filter(other -> other != room)
        .ifPresent(other -> leaveDoor(actor.session(), entails));
  }

  /** The room before which the connection waits. */
  Optional<Room> waitsBefore(SessionId session) {
    return Optional.ofNullable(waiting.get(session))
        .filter(room -> room.meeting().waiting(session).isPresent());
  }

  /**
   * The connection waits no longer.
   *
   * @return before which room it did
   */
  Optional<Room> leaveDoor(SessionId session, Consequences entails) {
    Optional<Room> before = waitsBefore(session);
    waiting.remove(session);
    before.ifPresent(
        room -> {
          room.meeting()
              .waiting(session)
              .map(Waiting::person)
              .ifPresent(room.meeting()::stopWaiting);
          entails.tell(new WaitingChanged(room.id()));
        });
    return before;
  }

  /** Whether the member's microphone is on has changed. */
  void muted(Seat seat, Consequences entails) {
    pages.devicesChanged(seat, entails);
    gates.look(seat, entails);
    entails.tellUpdated(seat);
  }

  private void sitAgain(
      Actor actor, Seat seat, Devices devices, StreamId fresh, Consequences entails) {
    if (seat.isPublishedBy(actor)) {
      pages.back(seat, entails);
    } else {
      pages.gone(seat, entails);
      pages.begins(seat, fresh, entails);
    }
    seats.reindex(seat, () -> seat.take(actor, devices));
    gates.look(seat, entails);
    remind(seat, devices, entails);
    pages.remind(seat, entails);
    entails.tellUpdated(seat);
  }

  /** A page that comes anew does not know yet what a moderator switched off. */
  private static void remind(Seat seat, Devices told, Consequences entails) {
    if (seat.sound().isOn() && !told.muted()) {
      entails.tell(new Muted(seat.room().id(), seat.session(), Optional.empty()));
    }
    if (seat.picture().isOn() && !told.cameraOff()) {
      entails.tell(new CameraStopped(seat.room().id(), seat.session(), Optional.empty()));
    }
  }

  /** The seat's connection ended; whoever sat there is waited for. */
  void await(Seat seat, boolean saidGoodbye, Optional<String> login, Consequences entails) {
    if (saidGoodbye) {
      pages.gone(seat, entails);
    } else {
      pages.broken(seat, entails);
    }
    SessionId session = seat.session();
    seat.await(
        saidGoodbye,
        login,
        timers.after(patience.now().grace(saidGoodbye), () -> lose(seat, session)));
    entails.tellUpdated(seat);
  }

  private void lose(Seat seat, SessionId session) {
    steps.change(
        entails -> {
          // A timer that fires while its person comes back finds the seat taken, or gone.
          boolean lost =
              seats.by(session).filter(found -> found == seat && !seat.isConnected()).isPresent();
          if (lost) {
            giveUp(seat, LeaveReason.LOST, entails);
          }
          return lost;
        });
  }

  /** The seat is free again, and the others are told why. */
  void giveUp(Seat seat, LeaveReason reason, Consequences entails) {
    clear(seat, entails);
    entails.tell(new MemberLeft(seat.room().id(), seat.person(), reason));
    occupancyChanged(seat.room(), entails);
  }

  /** The seat is gone, and nobody is told. */
  void clear(Seat seat, Consequences entails) {
    seat.abandon();
    pages.gone(seat, entails);
    seats.remove(seat);
    Room room = seat.room();
    room.remove(seat);
    if (room.size() == 0) {
      meetingOver(room, entails);
    }
    sendAway(seat.person(), room, entails);
  }

  /** Who waited only since a moderator had sent that one out needs not wait any more. */
  private static void meetingOver(Room room, Consequences entails) {
    Meeting meeting = room.meeting();
    meeting.over();
    if (!room.options().lobby()) {
      for (Waiting one : meeting.waiting()) {
        meeting.stopWaiting(one.person());
        entails.tell(new Admitted(room.id(), one.session()));
      }
    }
  }

  /** The person sees and hears nothing of the room any more. */
  void sendAway(PersonId person, Room room, Consequences entails) {
    room.seats().stream()
        .flatMap(other -> other.streams().all().stream())
        .forEach(stream -> entails.sendAway(stream, person));
    devices.of(room.id()).forEach(device -> entails.sendAway(device.stream(), person));
    entails.leave(room.place(), person);
  }
}
