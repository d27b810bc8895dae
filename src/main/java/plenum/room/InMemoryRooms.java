package plenum.room;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import plenum.audit.AuditTrail;
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
import plenum.settings.Current;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.settings.SrsSettings.Pictures;
import plenum.time.Timers;

/**
 * The rooms of this JVM. Streams are opened outside of {@link Steps}: a stream that a step may need
 * is opened before it, and ended after it if unused.
 */
final class InMemoryRooms implements Rooms {

  private final RoomStreams streams;
  private final RoomStore store;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats = new Seats();
  private final Staging staging;
  private final Voices voices;
  private final Seating seating;
  private final Founding founding;
  private final Looks looks;
  private final Streaming streaming;
  private final Equipping equipping;
  private final PasswordCheck passwords;
  private final Lifetimes lifetimes;
  private final Moderating moderating;
  private final Forgetting forgetting;
  private final Gestures gestures;

  /**
   * The rooms that the store keeps are there from the beginning.
   *
   * @param nanoTime as {@link System#nanoTime}
   */
  InMemoryRooms(
      Current<RoomSettings> limits,
      Rights rights,
      Current<PresenceSettings> patience,
      Timers timers,
      Pictures pictures,
      RoomStreams streams,
      RoomStore store,
      InstantSource clock,
      LongSupplier nanoTime,
      AuditTrail trail,
      Consumer<RoomEvent> events) {
    this.streams = streams;
    this.store = store;
    this.steps = new Steps(streams, store, events, trail);
    this.rooms = new RoomIndex(limits);
    RoomDevices devices = new RoomDevices(() -> limits.now().devices());
    Publishing publishing = new Publishing(seats);
    this.staging =
        new Staging(
            rights,
            () -> limits.now().stagePrepare(),
            () -> patience.now().reconnect(),
            timers,
            steps,
            publishing);
    this.voices = new Voices(timers, steps);
    Gates gates = new Gates(rights);
    Showing showing = new Showing(pictures, seats, publishing);
    Suffering suffering = new Suffering(pictures.lowestBitrate(), seats, timers, steps);
    Pages pages = new Pages(publishing, staging, voices, gates, showing, suffering);
    Entrance entrance = new Entrance(rights, () -> limits.now().members(), clock);
    this.passwords = new PasswordCheck(steps, rooms, entrance, nanoTime);
    this.seating = new Seating(entrance, gates, patience, timers, steps, seats, devices, pages);
    this.founding = new Founding(rights, rooms, devices, seating);
    this.looks = new Looks(steps, rooms, seats);
    this.streaming = new Streaming(steps, streams, rooms, seats, devices, entrance, pages);
    this.equipping = new Equipping(rights, steps, streams, seats, devices);
    this.lifetimes = new Lifetimes(clock, nanoTime, timers, steps, rooms, founding);
    Scene scene = new Scene(rights, rooms, seats);
    this.gestures = new InMemoryGestures(steps, rooms, seats, scene);
    this.moderating =
        new Moderating(rights, steps, rooms, scene, seating, devices, gates, staging, lifetimes);
    this.forgetting = new Forgetting(rooms, seats, seating, moderating);
    seating.watch(lifetimes::left);
    store.all().forEach(kept -> keep(Room.of(kept)));
    store.watch(this::lookWhatIsKept);
  }

  private void keep(Room room) {
    rooms.put(room);
    lifetimes.begin(room);
  }

  /** What moderators of these rooms do. */
  Moderation moderation() {
    return moderating;
  }

  /** The stages of these rooms. */
  Stages stages() {
    return new InMemoryStages(steps, rooms, seats, staging);
  }

  /** What people in these rooms show without speaking. */
  Gestures gestures() {
    return gestures;
  }

  @Override
  public List<RoomSummary> rooms() {
    return looks.rooms();
  }

  @Override
  public Optional<RoomSummary> room(RoomId room) {
    return looks.room(room);
  }

  @Override
  public List<Member> members(RoomId room) {
    return looks.members(room);
  }

  @Override
  public Optional<Member> member(RoomId room, PersonId person) {
    return looks.member(room, person);
  }

  @Override
  public Optional<RoomId> seatOf(PersonId person) {
    return looks.seatOf(person);
  }

  @Override
  public Optional<RoomSummary> roomOf(SessionId session) {
    return looks.roomOf(session);
  }

  @Override
  public boolean isSeated(SessionId session) {
    return looks.isSeated(session);
  }

  @Override
  public RoomSummary create(Actor actor, RoomName name, PlaceKind kind) {
    RoomSummary created =
        steps.change(
            entails -> {
              Room room = founding.create(actor, name, kind, entails);
              lifetimes.begin(room);
              return room.summary();
            });
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
  public Arrival join(
      Actor actor, RoomId id, Devices devices, Decoding decoding, Optional<String> password) {
    Optional<RoomPassword> proved = passwords.check(actor, id, password);
    StreamId fresh = streams.open(placeOf(id), StreamSource.CAMERA.text());
    return steps.change(
        entails -> {
          entails.end(fresh);
          entails.act(actor, Deeds.JOIN, id);
          if (!seating.sit(actor, rooms.existing(id), devices, proved, fresh, entails)) {
            return Arrival.WAITING;
          }
          seats.held(actor.session()).decode(decoding);
          return Arrival.SEATED;
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
    return looks.isDecoded(room, codec);
  }

  private Place placeOf(RoomId id) {
    return steps.look(() -> rooms.existing(id).place());
  }

  @Override
  public RoomId leave(Actor actor) {
    return steps.change(
        entails -> {
          Optional<Room> waited = seating.leaveDoor(actor.session(), entails);
          if (waited.isPresent()) {
            return waited.get().id();
          }
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
          seating.muted(seat, entails);
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
    return looks.isSpeaking(room, person);
  }

  @Override
  public StreamId publish(Actor actor, String source) {
    return streaming.publish(actor, source);
  }

  @Override
  public List<RoomDevice> devices(RoomId room) {
    return equipping.devices(room);
  }

  @Override
  public Optional<RoomDevice> device(RoomId room, DeviceId device) {
    return equipping.device(room, device);
  }

  @Override
  public RoomDevice addDevice(Actor actor, DeviceName name) {
    return equipping.add(actor, name);
  }

  @Override
  public void removeDevice(Actor actor, DeviceId device) {
    equipping.remove(actor, device);
  }

  @Override
  public RoomDevice deviceOf(Actor actor, DeviceId device) {
    return equipping.show(actor, device);
  }

  @Override
  public RoomDevice renewDevice(Actor actor, DeviceId device) {
    return equipping.renew(actor, device);
  }

  @Override
  public StreamId play(Actor actor, String stream) {
    return streaming.play(actor, stream);
  }

  @Override
  public Receivable receive(Actor actor, Collection<String> names) {
    return streaming.receive(actor, names);
  }

  @Override
  public Optional<Receivable> receiveAhead(Actor actor, RoomId room) {
    return streaming.ahead(actor, room);
  }

  @Override
  public StreamId view(Actor actor, RoomId id, String stream) {
    return streaming.view(actor, id, stream);
  }

  @Override
  public void disconnected(SessionId session, boolean saidGoodbye, Optional<String> login) {
    steps.change(
        entails -> {
          seating.leaveDoor(session, entails);
          seats.by(session).ifPresent(seat -> seating.await(seat, saidGoodbye, login, entails));
          return session;
        });
  }

  @Override
  public void loggedOut(PersonId person, String login) {
    steps.change(
        entails -> {
          seats
              .of(person)
              .filter(seat -> seat.isKeptFor(login))
              .ifPresent(seat -> seating.giveUp(seat, LeaveReason.LEFT, entails));
          return person;
        });
  }

  @Override
  public void invitationEnded(RoomId room, String link) {
    steps.change(
        entails -> {
          rooms.find(room).ifPresent(found -> moderating.uninvite(found, link, entails));
          return room;
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
  public void forget(PersonId person) {
    steps.change(
        entails -> {
          forgetting.forget(person, entails);
          return person;
        });
  }

  @Override
  public void showsSmall(Actor actor, Collection<String> streams) {
    streaming.showsSmall(actor, streams);
  }

  @Override
  public void suffers(Actor actor, Collection<String> streams) {
    streaming.suffers(actor, streams);
  }

  @Override
  public void published(OnAir onAir) {
    streaming.report(onAir.stream(), Optional.of(onAir));
  }

  @Override
  public void layersWanted(StreamId stream, List<String> layers) {
    streaming.want(stream, layers);
  }

  @Override
  public void voiceHeard(StreamId stream, boolean speaks) {
    streaming.voice(stream, speaks);
  }

  @Override
  public void unpublished(StreamId stream) {
    streaming.report(stream, Optional.empty());
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
}
