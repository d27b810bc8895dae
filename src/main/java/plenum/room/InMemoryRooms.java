package plenum.room;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.media.OnAir;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.right.Rights;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.time.Timers;

/**
 * The rooms of this JVM. Streams are opened outside of {@link Steps}: a stream that a step may need
 * is opened before it, and ended after it if unused.
 */
final class InMemoryRooms implements Rooms {

  private final Rights rights;
  private final RoomStreams streams;
  private final RoomStore store;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats = new Seats();
  private final RoomDevices devices;
  private final Publishing publishing;
  private final Staging staging;
  private final Voices voices;
  private final Seating seating;
  private final Founding founding;

  /** The rooms that the store keeps are there from the beginning. */
  InMemoryRooms(
      RoomSettings limits,
      Rights rights,
      PresenceSettings patience,
      Timers timers,
      RoomStreams streams,
      RoomStore store,
      Consumer<RoomEvent> events) {
    this.rights = rights;
    this.streams = streams;
    this.store = store;
    this.steps = new Steps(streams, store, events);
    this.rooms = new RoomIndex(limits);
    this.devices = new RoomDevices(limits.devices());
    this.publishing = new Publishing(seats);
    this.staging =
        new Staging(rights, limits.stagePrepare(), patience.reconnect(), timers, steps, publishing);
    this.voices = new Voices(timers, steps);
    this.seating =
        new Seating(
            rights,
            limits.members(),
            patience,
            timers,
            steps,
            seats,
            devices,
            new Pages(publishing, staging, voices));
    this.founding = new Founding(rights, rooms, devices, seating);
    store.all().forEach(kept -> rooms.put(Room.of(kept)));
    store.watch(this::lookWhatIsKept);
  }

  /** The stages of these rooms. */
  Stages stages() {
    return new InMemoryStages(steps, rooms, seats, staging);
  }

  @Override
  public List<RoomSummary> rooms() {
    return steps.look(() -> rooms.listed().stream().map(Room::summary).toList());
  }

  @Override
  public Optional<RoomSummary> room(RoomId room) {
    return steps.look(() -> rooms.find(room).map(Room::summary));
  }

  @Override
  public List<Member> members(RoomId room) {
    return steps.look(
        () ->
            rooms.find(room).map(Room::seats).orElse(List.of()).stream()
                .map(Seat::member)
                .toList());
  }

  @Override
  public Optional<Member> member(RoomId room, PersonId person) {
    return steps.look(
        () -> rooms.find(room).flatMap(found -> found.seat(person)).map(Seat::member));
  }

  @Override
  public Optional<RoomId> seatOf(PersonId person) {
    return steps.look(() -> seats.of(person).map(seat -> seat.room().id()));
  }

  @Override
  public boolean isSeated(SessionId session) {
    return steps.look(() -> seats.by(session).isPresent());
  }

  @Override
  public RoomSummary create(Actor actor, RoomName name, PlaceKind kind) {
    RoomSummary created =
        steps.change(entails -> founding.create(actor, name, kind, entails).summary());
    // Whether it can be kept is known now, unless another thread is keeping something.
    return room(created.id()).orElse(created);
  }

  @Override
  public RoomId openCall(Set<PersonId> permitted) {
    return steps.change(entails -> founding.openCall(permitted).id());
  }

  @Override
  public void admit(RoomId call, PersonId person) {
    steps.change(
        entails -> {
          rooms.find(call).ifPresent(room -> room.admit(person));
          return call;
        });
  }

  @Override
  public void closeCall(RoomId room) {
    steps.change(
        entails -> {
          founding.closeCall(room, entails);
          return room;
        });
  }

  @Override
  public RoomSummary makeGroup(Actor actor, RoomId room, RoomName name) {
    return steps.change(entails -> founding.makeGroup(actor, room, name, entails).summary());
  }

  @Override
  public void delete(Actor actor, RoomId room, boolean force) {
    steps.change(
        entails -> {
          founding.delete(actor, room, force, entails);
          return room;
        });
  }

  @Override
  public void join(Actor actor, RoomId id, Devices devices, Decoding decoding) {
    StreamId fresh = streams.open(placeOf(id), StreamSource.CAMERA.text());
    steps.change(
        entails -> {
          entails.end(fresh);
          seating.sit(actor, rooms.existing(id), devices, fresh, entails);
          seats.held(actor.session()).decode(decoding);
          return id;
        });
  }

  @Override
  public void cannotDecode(Actor actor, String codec) {
    steps.change(
        entails -> {
          Seat seat = seats.held(actor.session());
          seat.decode(seat.decoding().without(codec));
          entails.tellUpdated(seat);
          return seat;
        });
  }

  @Override
  public boolean isDecoded(RoomId room, String codec) {
    return steps.look(
        () ->
            rooms
                .find(room)
                .filter(
                    found -> found.seats().stream().allMatch(seat -> seat.decoding().has(codec)))
                .isPresent());
  }

  private Place placeOf(RoomId id) {
    return steps.look(() -> rooms.existing(id).place());
  }

  @Override
  public RoomId leave(Actor actor) {
    return steps.change(
        entails -> {
          Seat seat = seats.held(actor.session());
          seating.giveUp(seat, LeaveReason.LEFT, entails);
          return seat.room().id();
        });
  }

  @Override
  public void updateDevices(Actor actor, Devices devices) {
    steps.change(
        entails -> {
          Seat seat = seats.held(actor.session());
          seat.use(devices);
          voices.devicesChanged(seat, entails);
          entails.tellUpdated(seat);
          return seat;
        });
  }

  @Override
  public void speaks(Actor actor, boolean speaking) {
    steps.change(
        entails -> {
          voices.says(seats.held(actor.session()), speaking, entails);
          return actor;
        });
  }

  @Override
  public boolean isSpeaking(RoomId room, PersonId person) {
    return steps.look(
        () ->
            rooms
                .find(room)
                .flatMap(found -> found.seat(person))
                .filter(seat -> seat.voice().isSpeaking())
                .isPresent());
  }

  @Override
  public StreamId publish(Actor actor, String source) {
    StreamSource wanted =
        StreamSource.of(source)
            .orElseThrow(() -> new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.source"));
    Room room = roomOf(actor, wanted);
    StreamId fresh = streams.open(room.place(), source);
    return steps.change(
        entails -> {
          entails.end(fresh);
          Seat seat = seats.heldIn(room, actor.session());
          staging.requirePermitted(seat, wanted);
          StreamId stream = publishing.permit(seat, wanted, fresh, entails);
          staging.look(seat, entails);
          return stream;
        });
  }

  private Room roomOf(Actor actor, StreamSource source) {
    return steps.look(
        () -> {
          Seat seat = seats.held(actor.session());
          staging.requirePermitted(seat, source);
          return seat.room();
        });
  }

  /** Of the room, only what never changes may be asked without the lock. */
  private Room roomOf(Actor actor) {
    return steps.look(() -> seats.held(actor.session()).room());
  }

  @Override
  public List<RoomDevice> devices(RoomId room) {
    return steps.look(() -> devices.of(room));
  }

  @Override
  public Optional<RoomDevice> device(RoomId room, DeviceId device) {
    return steps.look(() -> devices.find(room, device));
  }

  @Override
  public RoomDevice addDevice(Actor actor, DeviceName name) {
    Room room = roomOf(actor);
    StreamId fresh = streams.openForDevice(room.place());
    return steps.change(
        entails -> {
          entails.end(fresh);
          seats.heldIn(room, actor.session());
          room.requireListed();
          return devices.add(room.id(), name, actor.person(), fresh, entails);
        });
  }

  @Override
  public void removeDevice(Actor actor, DeviceId device) {
    steps.change(
        entails -> {
          devices.remove(seats.held(actor.session()).room().id(), device, entails);
          return device;
        });
  }

  @Override
  public RoomDevice deviceOf(Actor actor, DeviceId device) {
    return steps.look(
        () -> {
          Room room = seats.held(actor.session()).room();
          RoomDevice found = devices.existing(room.id(), device);
          if (!rights.maySeeDeviceKey(actor, found.holder())) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.device-key");
          }
          return found;
        });
  }

  @Override
  public RoomDevice renewDevice(Actor actor, DeviceId device) {
    Room room = roomOf(actor);
    StreamId fresh = streams.openForDevice(room.place());
    return steps.change(
        entails -> {
          entails.end(fresh);
          seats.heldIn(room, actor.session());
          PersonId holder = devices.existing(room.id(), device).holder();
          if (!rights.mayRenewDeviceKey(actor, room.owner(), holder)) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.renew-device");
          }
          return devices.renew(room.id(), device, actor.person(), fresh, entails);
        });
  }

  @Override
  public StreamId play(Actor actor, String stream) {
    return steps.look(() -> streamIn(seats.held(actor.session()).room(), stream));
  }

  @Override
  public StreamId view(Actor actor, RoomId id, String stream) {
    return steps.look(
        () -> {
          Room room = rooms.existing(id);
          room.requireListed();
          return streamIn(room, stream);
        });
  }

  private StreamId streamIn(Room room, String stream) {
    return publishing
        .find(room, stream)
        .or(() -> devices.publishing(room.id(), stream).map(RoomDevice::stream))
        .orElseThrow(() -> new RoomRefused(Reason.NO_SUCH_STREAM, "no-such-stream"));
  }

  @Override
  public void disconnected(SessionId session, boolean saidGoodbye) {
    steps.change(
        entails -> {
          seats.by(session).ifPresent(seat -> seating.await(seat, saidGoodbye, entails));
          return session;
        });
  }

  @Override
  public void renamed(PersonId person, DisplayName name) {
    steps.change(
        entails -> {
          seats
              .of(person)
              .ifPresent(
                  seat -> {
                    seat.call(name);
                    staging.renamed(seat, entails);
                    entails.tellUpdated(seat);
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

  /** Nobody's act: the store may keep rooms now that it could not keep, or the other way round. */
  private void lookWhatIsKept() {
    steps.change(
        entails -> {
          Set<RoomId> lost = store.atRisk();
          for (Room room : rooms.listed()) {
            if (room.setAtRisk(lost.contains(room.id()))) {
              entails.tell(new RoomUpdated(room.id()));
            }
          }
          return lost;
        });
  }

  private void report(StreamId stream, Optional<OnAir> onAir) {
    steps.change(
        entails -> {
          publishing
              .report(stream, onAir, entails)
              .ifPresent(
                  seat -> {
                    staging.look(seat, entails);
                    voices.onAirChanged(seat, entails);
                  });
          devices.report(stream, onAir, entails);
          return stream;
        });
  }
}
