package plenum.room;

import java.util.Optional;
import plenum.identity.Actor;
import plenum.identity.SessionId;
import plenum.media.StreamId;
import plenum.right.Rights;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.SeatMoved;
import plenum.settings.PresenceSettings;
import plenum.time.Timers;

/** How people take seats, and lose them; part of a step of the registry. */
final class Seating {

  private final Rights rights;
  private final int most;
  private final PresenceSettings patience;
  private final Timers timers;
  private final Steps steps;
  private final Seats seats;
  private final RoomDevices devices;
  private final Pages pages;

  /**
   * @param most people in one room
   */
  Seating(
      Rights rights,
      int most,
      PresenceSettings patience,
      Timers timers,
      Steps steps,
      Seats seats,
      RoomDevices devices,
      Pages pages) {
    this.rights = rights;
    this.most = most;
    this.patience = patience;
    this.timers = timers;
    this.steps = steps;
    this.seats = seats;
    this.devices = devices;
    this.pages = pages;
  }

  /** The actor takes a seat, or the same one again. The stream is kept if it is needed. */
  void sit(Actor actor, Room room, Devices devices, StreamId fresh, Consequences entails) {
    Optional<Seat> before = seats.of(actor.person());
    boolean here = before.isPresent() && before.get().room() == room;
    if (!here) {
      room.requireSpace(actor, rights, most);
    }
    before
        .filter(seat -> seat.isConnected() && !seat.session().equals(actor.session()))
        .ifPresent(seat -> entails.tell(new SeatMoved(seat.room().id(), seat.session())));
    if (here) {
      sitAgain(actor, before.get(), devices, fresh, entails);
      return;
    }
    before.ifPresent(seat -> giveUp(seat, LeaveReason.MOVED, entails));
    Seat seat = new Seat(actor, room, devices);
    room.add(seat);
    seats.add(seat);
    pages.begins(seat, fresh, entails);
    entails.tell(new MemberJoined(room.id(), actor.person()));
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
    entails.tellUpdated(seat);
  }

  /** The seat's connection ended; whoever sat there is waited for. */
  void await(Seat seat, boolean saidGoodbye, Consequences entails) {
    if (saidGoodbye) {
      pages.gone(seat, entails);
    } else {
      pages.broken(seat, entails);
    }
    SessionId session = seat.session();
    seat.await(saidGoodbye, timers.after(patience.grace(saidGoodbye), () -> lose(seat, session)));
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
  }

  /** The seat is gone, and nobody is told. */
  void clear(Seat seat, Consequences entails) {
    seat.abandon();
    pages.gone(seat, entails);
    seats.remove(seat);
    Room room = seat.room();
    room.remove(seat);
    room.seats().stream()
        .flatMap(other -> other.streams().all().stream())
        .forEach(stream -> entails.sendAway(stream, seat.person()));
    devices.of(room.id()).forEach(device -> entails.sendAway(device.stream(), seat.person()));
  }
}
