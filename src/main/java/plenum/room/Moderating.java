package plenum.room;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.Admitted;
import plenum.room.RoomEvent.CameraStopped;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.Muted;
import plenum.room.RoomEvent.RoomUpdated;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomEvent.SentOut;
import plenum.room.RoomEvent.TurnedAway;
import plenum.room.RoomEvent.Uninvited;
import plenum.room.RoomEvent.WaitingChanged;
import plenum.room.RoomRefused.Reason;

/** What moderators of the rooms in this JVM do. */
final class Moderating implements Moderation {

  private final Rights rights;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Scene scene;
  private final Seating seating;
  private final RoomDevices devices;
  private final Gates gates;
  private final Staging staging;
  private final Lifetimes lifetimes;
  private final Appointing appointing;

  Moderating(
      Rights rights,
      Steps steps,
      RoomIndex rooms,
      Scene scene,
      Seating seating,
      RoomDevices devices,
      Gates gates,
      Staging staging,
      Lifetimes lifetimes) {
    this.rights = rights;
    this.steps = steps;
    this.rooms = rooms;
    this.scene = scene;
    this.seating = seating;
    this.devices = devices;
    this.gates = gates;
    this.staging = staging;
    this.lifetimes = lifetimes;
    this.appointing = new Appointing(steps, scene, this::changed);
  }

  @Override
  public RoomOptions options(Actor actor, RoomId id) {
    return steps.change(
        entails -> {
          Room room = scene.listed(id);
          entails.actIfRefused(actor, Deeds.READ_OPTIONS, id);
          scene.require(actor, RoomAct.READ_OPTIONS, room, "not-allowed.options");
          return room.options();
        });
  }

  @Override
  public RoomOptions decide(Actor actor, RoomId id, UnaryOperator<RoomOptions> change) {
    return steps.change(
        entails -> {
          entails.act(actor, Deeds.SET_OPTIONS, id);
          Room room = scene.listed(id);
          scene.require(actor, RoomAct.SET_OPTIONS, room, "not-allowed.options");
          RoomOptions before = room.options();
          RoomOptions after = change.apply(before).with(before.moderators());
          boolean owns = rights.may(actor, RoomAct.APPOINT, room.rules());
          room.decide(owns ? after : after.inviting(before.invite()));
          if (!before.password().equals(room.options().password())) {
            room.meeting().forgetProofs();
          }
          if (!room.options().lobby() && before.lobby()) {
            room.meeting().waiting().stream()
                .filter(one -> !room.meeting().isSentOut(one.person()))
                .forEach(one -> letIn(room, one, entails));
          }
          changed(room, entails);
          return room.options();
        });
  }

  /** What a room's options or its moderators entail. */
  void changed(Room room, Consequences entails) {
    room.kept().ifPresent(entails::store);
    gates.look(room, entails);
    staging.rulesChanged(room, entails);
    lifetimes.look(room);
    entails.tell(new RoomUpdated(room.id()));
    entails.tell(new WaitingChanged(room.id()));
  }

  @Override
  public boolean moderates(Actor actor, RoomId id) {
    return steps.look(
        () -> rooms.find(id).filter(room -> rights.isModerator(actor, room.rules())).isPresent());
  }

  @Override
  public boolean finds(Actor actor, RoomId id) {
    return steps.look(
        () ->
            rooms
                .find(id)
                .filter(Room::isListed)
                .filter(
                    room ->
                        room.seat(actor.person()).isPresent()
                            || rights.may(actor, RoomAct.FIND, room.rules()))
                .isPresent());
  }

  @Override
  public void requireWatchable(Actor actor, RoomId id) {
    steps.change(
        entails -> {
          entails.actIfRefused(actor, "watch-room", id);
          Room room = rooms.existing(id);
          if (!room.isListed()) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.call-watched");
          }
          if (!mayWatch(actor, room)) {
            throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.watching");
          }
          return id;
        });
  }

  private boolean mayWatch(Actor actor, Room room) {
    return !room.meeting().isSentOut(actor.person())
        && rights.may(actor, RoomAct.WATCH, room.rules());
  }

  @Override
  public boolean expel(Actor watcher, RoomId id) {
    return steps.change(
        entails -> {
          Optional<Room> room = rooms.find(id).filter(found -> !mayWatch(watcher, found));
          room.ifPresent(found -> seating.sendAway(watcher.person(), found, entails));
          return room.isPresent();
        });
  }

  @Override
  public List<Waiting> waiting(RoomId id) {
    return steps.look(() -> rooms.find(id).map(room -> room.meeting().waiting()).orElse(List.of()));
  }

  @Override
  public Optional<RoomId> waitsFor(SessionId session) {
    return steps.look(() -> seating.waitsBefore(session).map(Room::id));
  }

  @Override
  public boolean isModerated(RoomId id) {
    return !moderators(id).isEmpty();
  }

  @Override
  public List<Seated> moderators(RoomId id) {
    return steps.look(
        () ->
            rooms.find(id).map(Room::seats).orElse(List.of()).stream()
                .filter(seat -> rights.isModerator(seat.actor(), seat.room().rules()))
                .map(seat -> new Seated(seat.person(), seat.session()))
                .toList());
  }

  @Override
  public void admit(Actor actor, PersonId person) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.ADMIT, Deeds.ADMIT, person, entails);
          letIn(room, waiting(room, person), entails);
          entails.tell(new WaitingChanged(room.id()));
          return person;
        });
  }

  @Override
  public void admitAll(Actor actor) {
    steps.change(
        entails -> {
          Room room = scene.own(actor);
          entails.act(actor, Deeds.ADMIT_ALL, room.id());
          scene.require(actor, RoomAct.ADMIT, room, "not-allowed.moderator");
          room.meeting().waiting().forEach(one -> letIn(room, one, entails));
          entails.tell(new WaitingChanged(room.id()));
          return room;
        });
  }

  private static void letIn(Room room, Waiting one, Consequences entails) {
    room.meeting().admit(one.person());
    entails.tell(new Admitted(room.id(), one.session()));
  }

  @Override
  public void turnAway(Actor actor, PersonId person) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.ADMIT, Deeds.TURN_AWAY, person, entails);
          turnAway(room, waiting(room, person), entails);
          return person;
        });
  }

  private static void turnAway(Room room, Waiting one, Consequences entails) {
    room.meeting().stopWaiting(one.person());
    entails.tell(new TurnedAway(room.id(), one.session()));
    entails.tell(new WaitingChanged(room.id()));
  }

  private static Waiting waiting(Room room, PersonId person) {
    return room.meeting()
        .waiting(person)
        .orElseThrow(() -> new RoomRefused(Reason.NOT_WAITING, "not-waiting"));
  }

  @Override
  public void mute(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.MUTE, Deeds.MUTE, member, entails);
          Seat seat = Scene.seat(room, member);
          seat.sound().begin(seat.devices().muted());
          seating.muted(seat, entails);
          entails.tell(new Muted(room.id(), seat.session(), Optional.of(actor.name())));
          return member;
        });
  }

  @Override
  public void stopCamera(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.STOP_CAMERA, Deeds.STOP_CAMERA, member, entails);
          Seat seat = Scene.seat(room, member);
          seat.picture().begin(seat.devices().cameraOff());
          gates.look(seat, entails);
          entails.tellUpdated(seat);
          entails.tell(new CameraStopped(room.id(), seat.session(), Optional.of(actor.name())));
          return member;
        });
  }

  @Override
  public void remove(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.REMOVE, Deeds.REMOVE, member, entails);
          sendOut(actor, room, Scene.seat(room, member), false, entails);
          return member;
        });
  }

  @Override
  public void ban(Actor actor, PersonId person) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.BAN, Deeds.BAN, person, entails);
          Optional<Seat> seat = room.seat(person);
          Optional<Waiting> waits = room.meeting().waiting(person);
          if (seat.isEmpty() && waits.isEmpty()) {
            throw Scene.noSuchMember();
          }
          waits.ifPresent(one -> turnAway(room, one, entails));
          room.meeting().ban(person);
          devices.removeHeldBy(person, room.id(), entails);
          seat.ifPresent(sits -> sendOut(actor, room, sits, true, entails));
          return person;
        });
  }

  private void sendOut(Actor actor, Room room, Seat seat, boolean banned, Consequences entails) {
    room.meeting().remove(seat.person());
    devices.removeHeldBy(seat.person(), room.id(), entails);
    seating.giveUp(seat, LeaveReason.REMOVED, entails);
    entails.tell(new SentOut(room.id(), seat.session(), actor.name(), banned));
  }

  /** Who is inside by this guest link, and would not be without it, has no seat any more. */
  void uninvite(Room room, String link, Consequences entails) {
    for (Seat seat : room.seats()) {
      boolean byIt =
          seat.actor().invitation().filter(one -> one.link().equals(link)).isPresent()
              && rights.needsInvitation(seat.actor(), room.rules());
      if (byIt) {
        devices.removeHeldBy(seat.person(), room.id(), entails);
        seating.giveUp(seat, LeaveReason.REMOVED, entails);
        entails.tell(new Uninvited(room.id(), seat.session()));
      }
    }
  }

  @Override
  public void requireInviting(Actor actor, RoomId id, String deed) {
    steps.change(
        entails -> {
          entails.actIfRefused(actor, deed, id);
          scene.require(actor, RoomAct.INVITE, scene.listed(id), "not-allowed.invite");
          return id;
        });
  }

  @Override
  public boolean mayInvite(Actor actor, RoomId id) {
    return steps.look(
        () ->
            rooms
                .find(id)
                .filter(Room::isListed)
                .filter(room -> rights.may(actor, RoomAct.INVITE, room.rules()))
                .isPresent());
  }

  @Override
  public void appoint(Actor actor, PersonId member) {
    appointing.appoint(actor, member);
  }

  @Override
  public void dismiss(Actor actor, RoomId id, PersonId person) {
    appointing.dismiss(actor, id, person);
  }

  @Override
  public void handOver(Actor actor, PersonId member) {
    appointing.handOver(actor, member);
  }
}
