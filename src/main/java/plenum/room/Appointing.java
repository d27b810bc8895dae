package plenum.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.MemberUpdated;
import plenum.room.RoomRefused.Reason;

/** Who looks after a room: its owner, and the moderators whom the owner appoints. */
final class Appointing {

  private static final int MOST_MODERATORS = 50;

  private final Steps steps;
  private final Scene scene;
  private final BiConsumer<Room, Consequences> changed;

  /**
   * @param changed sees to what other moderators entail for a room
   */
  Appointing(Steps steps, Scene scene, BiConsumer<Room, Consequences> changed) {
    this.steps = steps;
    this.scene = scene;
    this.changed = changed;
  }

  /** As of {@link Moderation#appoint}. */
  void appoint(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.APPOINT, Deeds.APPOINT, member, entails);
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

  /** As of {@link Moderation#dismiss}. */
  void dismiss(Actor actor, RoomId id, PersonId person) {
    steps.change(
        entails -> {
          entails.act(actor, Deeds.DISMISS, id, person);
          Room room = scene.listed(id);
          scene.require(actor, RoomAct.APPOINT, room, "not-allowed.owner");
          room.decide(room.options().without(person));
          moderatorsChanged(room, List.of(person), entails);
          return person;
        });
  }

  /** As of {@link Moderation#handOver}. */
  void handOver(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.HAND_OVER, Deeds.HAND_OVER, member, entails);
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
    changed.accept(room, entails);
    who.stream()
        .filter(person -> room.seat(person).isPresent())
        .forEach(person -> entails.tell(new MemberUpdated(room.id(), person)));
  }

  /** Somebody who is here by more than a guest link: an outsider looks after no room. */
  private static Seat insider(Room room, PersonId member) {
    Seat seat = Scene.seat(room, member);
    if (seat.actor().isOutsider()) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.outsider");
    }
    return seat;
  }
}
