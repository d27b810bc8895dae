package plenum.room;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.OnAir;
import plenum.media.StreamId;
import plenum.presence.SessionId;
import plenum.presence.Timers;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.SeatMoved;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;

/**
 * The rooms of this JVM. One lock guards all of them: every operation is short, and a person can
 * move between two rooms in one step. Events are told, and streams are opened and closed, while it
 * is not held: a stream that a step may need is opened before it, and ended after it if unused.
 */
final class InMemoryRooms implements Rooms {

  private final RoomSettings limits;
  private final PresenceSettings patience;
  private final Timers timers;
  private final RoomStreams streams;
  private final Consumer<RoomEvent> events;

  private final Map<RoomId, Room> rooms = new LinkedHashMap<>();
  private final Map<String, RoomId> names = new HashMap<>();
  private final Seats seats = new Seats();
  private final RoomDevices devices;

  InMemoryRooms(
      RoomSettings limits,
      PresenceSettings patience,
      Timers timers,
      RoomStreams streams,
      Consumer<RoomEvent> events) {
    this.limits = limits;
    this.patience = patience;
    this.timers = timers;
    this.streams = streams;
    this.events = events;
    this.devices = new RoomDevices(limits.devices());
  }

  /** Puts the rooms of the last run back. */
  synchronized void restore(List<RoomSummary> kept) {
    kept.forEach(room -> add(new Room(room.id(), room.name(), room.kind())));
  }

  @Override
  public synchronized List<RoomSummary> rooms() {
    return rooms.values().stream().map(Room::summary).toList();
  }

  @Override
  public synchronized Optional<RoomSummary> room(RoomId room) {
    return Optional.ofNullable(rooms.get(room)).map(Room::summary);
  }

  @Override
  public synchronized List<Member> members(RoomId room) {
    Room found = rooms.get(room);
    return found == null ? List.of() : found.seats().stream().map(Seat::member).toList();
  }

  @Override
  public synchronized Optional<Member> member(RoomId room, PersonId person) {
    return Optional.ofNullable(rooms.get(room))
        .flatMap(found -> found.seat(person))
        .map(Seat::member);
  }

  @Override
  public synchronized Optional<RoomId> seatOf(PersonId person) {
    return seats.of(person).map(seat -> seat.room().id());
  }

  @Override
  public synchronized boolean isSeated(SessionId session) {
    return seats.by(session).isPresent();
  }

  @Override
  public RoomSummary create(RoomName name) {
    return change(
        entails -> {
          if (names.containsKey(name.key())) {
            throw new RoomRefused(
                Reason.ROOM_NAME_TAKEN,
                "There is already a room called %s. Choose another name, or join that one."
                    .formatted(name));
          }
          if (rooms.size() >= limits.max()) {
            throw new RoomRefused(
                Reason.TOO_MANY_ROOMS,
                "There are %d rooms, as many as this server permits. Delete one that nobody needs."
                    .formatted(limits.max()));
          }
          Room room = new Room(unusedId(), name, RoomKind.GROUP);
          add(room);
          entails.tell(new RoomCreated(room.id()));
          return room.summary();
        });
  }

  @Override
  public void delete(RoomId id, boolean force, DisplayName by) {
    change(
        entails -> {
          Room room = existing(id);
          if (!force) {
            room.requireEmpty();
          }
          List<Seated> inside = room.seated();
          room.seats().forEach(seat -> clear(seat, entails));
          devices.removeAll(id, entails);
          rooms.remove(id);
          names.remove(room.name().key());
          entails.tell(new RoomDeleted(id, room.name(), by, inside));
          return id;
        });
  }

  @Override
  public void join(RoomId id, Visitor visitor, Devices devices) {
    StreamId fresh = streams.open(RoomKind.GROUP, id);
    change(
        entails -> {
          entails.end(fresh);
          sit(existing(id), visitor, devices, fresh, entails);
          return id;
        });
  }

  private void sit(
      Room room, Visitor visitor, Devices devices, StreamId fresh, Consequences entails) {
    Optional<Seat> before = seats.of(visitor.id());
    boolean here = before.isPresent() && before.get().room() == room;
    if (!here) {
      room.requireSpace(limits.members());
    }
    before
        .filter(seat -> seat.isConnected() && !seat.session().equals(visitor.session()))
        .ifPresent(seat -> entails.tell(new SeatMoved(seat.room().id(), seat.session())));
    if (here) {
      sitAgain(before.get(), visitor, devices, fresh, entails);
      return;
    }
    before.ifPresent(seat -> giveUp(seat, LeaveReason.MOVED, entails));
    Seat seat = new Seat(room, visitor, devices, fresh);
    room.add(seat);
    seats.add(seat);
    entails.keep(fresh);
    entails.tell(new MemberJoined(room.id(), visitor.id()));
  }

  private void sitAgain(
      Seat seat, Visitor visitor, Devices devices, StreamId fresh, Consequences entails) {
    if (!seat.isPublishedBy(visitor)) {
      replaceStream(seat, fresh, entails);
    }
    seats.remove(seat);
    seat.take(visitor, devices);
    seats.add(seat);
    updated(seat, entails);
  }

  @Override
  public RoomId leave(SessionId session) {
    return change(
        entails -> {
          Seat seat = seats.held(session);
          giveUp(seat, LeaveReason.LEFT, entails);
          return seat.room().id();
        });
  }

  @Override
  public void updateDevices(SessionId session, Devices devices) {
    change(
        entails -> {
          Seat seat = seats.held(session);
          seat.use(devices);
          return updated(seat, entails);
        });
  }

  @Override
  public StreamId publish(SessionId session, String source) {
    if (!source.equals(Seat.CAMERA)) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "In this room only a camera can be published.");
    }
    StreamId fresh = streams.open(RoomKind.GROUP, roomOf(session));
    return change(
        entails -> {
          entails.end(fresh);
          Seat seat = seats.held(session);
          if (seat.isOnAir()) {
            replaceStream(seat, fresh, entails);
            updated(seat, entails);
          }
          return seat.stream();
        });
  }

  private synchronized RoomId roomOf(SessionId session) {
    return seats.held(session).room().id();
  }

  @Override
  public synchronized List<RoomDevice> devices(RoomId room) {
    return devices.of(room);
  }

  @Override
  public synchronized Optional<RoomDevice> device(RoomId room, DeviceId device) {
    return devices.find(room, device);
  }

  @Override
  public RoomDevice addDevice(SessionId session, DeviceName name) {
    RoomId room = roomOf(session);
    StreamId fresh = streams.openForDevice(RoomKind.GROUP, room);
    return change(
        entails -> {
          entails.end(fresh);
          // The seat may be in another room by now, which this stream was not opened for.
          seats.requireIn(room, session);
          return devices.add(room, name, fresh, entails);
        });
  }

  @Override
  public void removeDevice(SessionId session, DeviceId device) {
    change(
        entails -> {
          devices.remove(roomOf(session), device, entails);
          return device;
        });
  }

  @Override
  public synchronized RoomDevice deviceOf(SessionId session, DeviceId device) {
    return devices.existing(roomOf(session), device);
  }

  @Override
  public synchronized StreamId play(SessionId session, String stream) {
    return streamIn(seats.held(session).room(), stream);
  }

  @Override
  public synchronized StreamId view(RoomId room, String stream) {
    return streamIn(existing(room), stream);
  }

  private StreamId streamIn(Room room, String stream) {
    return seats
        .publishing(stream)
        .filter(seat -> seat.room() == room)
        .map(Seat::stream)
        .or(() -> devices.publishing(room.id(), stream).map(RoomDevice::stream))
        .orElseThrow(
            () -> new RoomRefused(Reason.NO_SUCH_STREAM, "Nobody in this room has that stream."));
  }

  @Override
  public void disconnected(SessionId session, boolean saidGoodbye) {
    change(
        entails -> {
          seats.by(session).ifPresent(seat -> await(seat, saidGoodbye, entails));
          return session;
        });
  }

  private void await(Seat seat, boolean saidGoodbye, Consequences entails) {
    if (saidGoodbye) {
      entails.end(seat.stream());
    }
    SessionId session = seat.session();
    seat.await(saidGoodbye, timers.after(patience.grace(saidGoodbye), () -> lose(seat, session)));
    updated(seat, entails);
  }

  private void lose(Seat seat, SessionId session) {
    change(
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

  @Override
  public void renamed(PersonId person, DisplayName name) {
    change(
        entails -> {
          seats
              .of(person)
              .ifPresent(
                  seat -> {
                    seat.call(name);
                    updated(seat, entails);
                  });
          return person;
        });
  }

  @Override
  public void published(OnAir onAir) {
    report(onAir.stream(), Optional.of(onAir));
  }

  @Override
  public void unpublished(StreamId stream) {
    report(stream, Optional.empty());
  }

  private void report(StreamId stream, Optional<OnAir> onAir) {
    change(
        entails -> {
          seats
              .publishing(stream.name())
              .ifPresent(
                  seat -> {
                    seat.onAir(onAir);
                    updated(seat, entails);
                  });
          devices.report(stream, onAir, entails);
          return stream;
        });
  }

  private void giveUp(Seat seat, LeaveReason reason, Consequences entails) {
    clear(seat, entails);
    entails.tell(new MemberLeft(seat.room().id(), seat.person(), reason));
  }

  private void clear(Seat seat, Consequences entails) {
    seat.abandon();
    seats.remove(seat);
    seat.room().remove(seat);
    entails.end(seat.stream());
    Room room = seat.room();
    room.seats().forEach(other -> entails.sendAway(other.stream(), seat.person()));
    devices.of(room.id()).forEach(device -> entails.sendAway(device.stream(), seat.person()));
  }

  private void replaceStream(Seat seat, StreamId fresh, Consequences entails) {
    entails.end(seat.stream());
    entails.keep(fresh);
    seats.remove(seat);
    seat.replaceStream(fresh);
    seats.add(seat);
  }

  private static Seat updated(Seat seat, Consequences entails) {
    entails.tell(new MemberUpdated(seat.room().id(), seat.person()));
    return seat;
  }

  private void add(Room room) {
    rooms.put(room.id(), room);
    names.put(room.name().key(), room.id());
  }

  private Room existing(RoomId id) {
    Room room = rooms.get(id);
    if (room == null) {
      throw new RoomRefused(Reason.NO_SUCH_ROOM, "There is no such room any more.");
    }
    return room;
  }

  private RoomId unusedId() {
    RoomId id = RoomId.fresh();
    return rooms.containsKey(id) ? unusedId() : id;
  }

  private <T> T change(Function<Consequences, T> step) {
    Consequences entails = new Consequences();
    try {
      synchronized (this) {
        return step.apply(entails);
      }
    } finally {
      // Also when the step was refused: a stream that was opened for it is not needed.
      entails.carryOut(events, streams);
    }
  }
}
