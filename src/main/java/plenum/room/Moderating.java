package plenum.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.Admitted;
import plenum.room.RoomEvent.CameraStopped;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberUpdated;
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

  private static final int MOST_MODERATORS = 50;

  private final Rights rights;
  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats;
  private final Seating seating;
  private final Gates gates;
  private final Staging staging;
  private final Lifetimes lifetimes;

  Moderating(
      Rights rights,
      Steps steps,
      RoomIndex rooms,
      Seats seats,
      Seating seating,
      Gates gates,
      Staging staging,
      Lifetimes lifetimes) {
    this.rights = rights;
    this.steps = steps;
    this.rooms = rooms;
    this.seats = seats;
    this.seating = seating;
    this.gates = gates;
    this.staging = staging;
    this.lifetimes = lifetimes;
  }

  @Override
  public RoomOptions options(Actor actor, RoomId id) {
    return steps.change(
        entails -> {
          Room room = listed(id);
          entails.actIfRefused(actor, Deeds.READ_OPTIONS, id);
          require(actor, RoomAct.READ_OPTIONS, room, "not-allowed.options");
          return room.options();
        });
  }

  @Override
  public RoomOptions decide(Actor actor, RoomId id, UnaryOperator<RoomOptions> change) {
    return steps.change(
        entails -> {
          entails.act(actor, Deeds.SET_OPTIONS, id);
          Room room = listed(id);
          require(actor, RoomAct.SET_OPTIONS, room, "not-allowed.options");
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
          Room room = moderated(actor, RoomAct.ADMIT, Deeds.ADMIT, person, entails);
          letIn(room, waiting(room, person), entails);
          entails.tell(new WaitingChanged(room.id()));
          return person;
        });
  }

  @Override
  public void admitAll(Actor actor) {
    steps.change(
        entails -> {
          Room room = seats.held(actor.session()).room();
          entails.act(actor, Deeds.ADMIT_ALL, room.id());
          require(actor, RoomAct.ADMIT, room, "not-allowed.moderator");
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
          Room room = moderated(actor, RoomAct.ADMIT, Deeds.TURN_AWAY, person, entails);
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
          Room room = moderated(actor, RoomAct.MUTE, Deeds.MUTE, member, entails);
          Seat seat = seat(room, member);
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
          Room room = moderated(actor, RoomAct.STOP_CAMERA, Deeds.STOP_CAMERA, member, entails);
          Seat seat = seat(room, member);
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
          Room room = moderated(actor, RoomAct.REMOVE, Deeds.REMOVE, member, entails);
          sendOut(actor, room, seat(room, member), false, entails);
          return member;
        });
  }

  @Override
  public void ban(Actor actor, PersonId person) {
    steps.change(
        entails -> {
          Room room = moderated(actor, RoomAct.BAN, Deeds.BAN, person, entails);
          Optional<Seat> seat = room.seat(person);
          Optional<Waiting> waits = room.meeting().waiting(person);
          if (seat.isEmpty() && waits.isEmpty()) {
            throw noSuchMember();
          }
          waits.ifPresent(one -> turnAway(room, one, entails));
          room.meeting().ban(person);
          seat.ifPresent(sits -> sendOut(actor, room, sits, true, entails));
          return person;
        });
  }

  private void sendOut(Actor actor, Room room, Seat seat, boolean banned, Consequences entails) {
    room.meeting().remove(seat.person());
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
          require(actor, RoomAct.INVITE, listed(id), "not-allowed.invite");
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
    steps.change(
        entails -> {
          Room room = moderated(actor, RoomAct.APPOINT, Deeds.APPOINT, member, entails);
          Seat seat = insider(room, member);
          if (!room.isOf(member)) {
            addModerator(room, new NamedPerson(member, seat.name()));
          }
          moderatorsChanged(room, List.of(member), entails);
          return member;
        });
  }

  private static void addModerator(Room room, NamedPerson one) {
    RoomOptions options = room.options();
    List<NamedPerson> others = options.without(one.person()).moderators();
    if (others.size() >= MOST_MODERATORS) {
      throw new RoomRefused(Reason.OPTIONS_INVALID, "options-invalid.moderators", MOST_MODERATORS);
    }
    List<NamedPerson> all = new ArrayList<>(others);
    all.add(one);
    room.decide(options.with(all));
  }

  @Override
  public void dismiss(Actor actor, RoomId id, PersonId person) {
    steps.change(
        entails -> {
          entails.act(actor, Deeds.DISMISS, id, person);
          Room room = listed(id);
          require(actor, RoomAct.APPOINT, room, "not-allowed.owner");
          room.decide(room.options().without(person));
          moderatorsChanged(room, List.of(person), entails);
          return person;
        });
  }

  @Override
  public void handOver(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = moderated(actor, RoomAct.HAND_OVER, Deeds.HAND_OVER, member, entails);
          Seat seat = insider(room, member);
          Optional<Owner> before = room.namedOwner();
          room.handOver(Owner.of(seat));
          room.decide(room.options().without(member));
          before
              .filter(owner -> !owner.person().equals(member))
              .flatMap(owner -> owner.name().map(name -> new NamedPerson(owner.person(), name)))
              .ifPresent(owner -> addModerator(room, owner));
          List<PersonId> both =
              Stream.concat(before.stream().map(Owner::person), Stream.of(member)).toList();
          moderatorsChanged(room, both, entails);
          return member;
        });
  }

  private void moderatorsChanged(Room room, List<PersonId> who, Consequences entails) {
    changed(room, entails);
    who.stream()
        .filter(person -> room.seat(person).isPresent())
        .forEach(person -> entails.tell(new MemberUpdated(room.id(), person)));
  }

  /** The room in which the actor may do this to somebody. */
  private Room moderated(
      Actor actor, RoomAct act, String deed, PersonId whom, Consequences entails) {
    Room room = scene(actor, whom);
    entails.act(actor, deed, room.id(), whom);
    room.requireListed();
    if (!rights.may(actor, act, room.rules(), whom)) {
      boolean owners = act == RoomAct.APPOINT || act == RoomAct.HAND_OVER;
      boolean theOwner = room.isOf(whom) && rights.may(actor, act, room.rules());
      throw new RoomRefused(
          Reason.NOT_ALLOWED,
          owners
              ? "not-allowed.owner"
              : theOwner ? "not-allowed.the-owner" : "not-allowed.moderator");
    }
    return room;
  }

  /** The actor's own room; whoever moderates every room needs no seat in it. */
  private Room scene(Actor actor, PersonId whom) {
    return seats
        .by(actor.session())
        .or(() -> seats.of(whom).filter(seat -> rights.moderatesEveryRoom(actor)))
        .orElseGet(() -> seats.held(actor.session()))
        .room();
  }

  private void require(Actor actor, RoomAct act, Room room, String key) {
    if (!rights.may(actor, act, room.rules())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, key);
    }
  }

  private Room listed(RoomId id) {
    Room room = rooms.existing(id);
    room.requireListed();
    return room;
  }

  private static Seat seat(Room room, PersonId member) {
    return room.seat(member).orElseThrow(Moderating::noSuchMember);
  }

  /** Somebody who is here by more than a guest link: an outsider looks after no room. */
  private static Seat insider(Room room, PersonId member) {
    Seat seat = seat(room, member);
    if (seat.actor().isOutsider()) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.outsider");
    }
    return seat;
  }

  private static RoomRefused noSuchMember() {
    return new RoomRefused(Reason.NO_SUCH_MEMBER, "no-such-member");
  }
}
