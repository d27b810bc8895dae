package plenum.chat;

import java.util.Optional;
import plenum.chat.ChatRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.right.Rights;
import plenum.right.RoomAct;
import plenum.room.Member;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/** Where somebody may say something, to whom, and about which messages that one may decide. */
final class Where {

  private final Rooms rooms;
  private final Rights rights;

  Where(Rooms rooms, Rights rights) {
    this.rooms = rooms;
    this.rights = rights;
  }

  /** The room of the actor's seat, which that connection holds. */
  RoomId room(Actor actor) {
    return held(actor).id();
  }

  private RoomSummary held(Actor actor) {
    return rooms.roomOf(actor.session()).orElseThrow(Where::notInARoom);
  }

  /** The same, where the actor may write. */
  RoomId writable(Actor actor) {
    RoomSummary room = held(actor);
    requireWriting(actor, Optional.of(room));
    return room.id();
  }

  /** Where the actor has a seat and may write, by whichever connection. */
  RoomId writableByAny(Actor actor) {
    RoomId room = rooms.seatOf(actor.person()).orElseThrow(Where::notInARoom);
    requireWriting(actor, rooms.room(room));
    return room;
  }

  private static ChatRefused notInARoom() {
    return new ChatRefused(Reason.NOT_IN_A_ROOM, "not-in-a-room");
  }

  /** Whether the actor has a seat there, by whichever connection. */
  boolean isIn(Actor actor, RoomId room) {
    return rooms.seatOf(actor.person()).filter(room::equals).isPresent();
  }

  private void requireWriting(Actor actor, Optional<RoomSummary> room) {
    boolean may =
        room.filter(one -> isCall(one) || rights.may(actor, RoomAct.WRITE, one.rules()))
            .isPresent();
    if (!may) {
      throw new ChatRefused(Reason.NOT_ALLOWED, "not-allowed.write");
    }
  }

  /** Somebody else with a seat in the room. */
  NamedPerson addressee(Actor actor, RoomId room, PersonId person) {
    return rooms
        .member(room, person)
        .filter(one -> !person.equals(actor.person()))
        .map(Where::named)
        .orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_MEMBER, "no-such-member"));
  }

  private static NamedPerson named(Member member) {
    return new NamedPerson(member.id(), member.name());
  }

  void requireAuthor(Actor actor, ChatMessage message) {
    if (!rights.mayChangeMessage(actor, message.author().person())) {
      throw new ChatRefused(Reason.NOT_ALLOWED, "not-allowed.message-of-others");
    }
  }

  /** Whether the actor may delete it whoever wrote it, and when; nobody moderates a call. */
  boolean mayDelete(Actor actor, RoomId room, ChatMessage message) {
    return message.isForEverybody()
        && rooms
            .room(room)
            .filter(one -> !isCall(one))
            .filter(one -> rights.may(actor, RoomAct.DELETE_MESSAGE, one.rules()))
            .isPresent();
  }

  /**
   * @throws ChatRefused when the actor may not take the messages of the room along
   */
  void requireExport(Actor actor, RoomId room) {
    RoomSummary found =
        rooms
            .room(room)
            .filter(one -> !isCall(one))
            .orElseThrow(() -> new ChatRefused(Reason.NO_SUCH_ROOM, "no-such-room"));
    if (!rights.may(actor, RoomAct.EXPORT_MESSAGES, found.rules())) {
      throw new ChatRefused(Reason.NOT_ALLOWED, "not-allowed.owner");
    }
  }

  /** How many days the room wants to keep its messages; 0: while the meeting lasts. */
  int messageDays(RoomId room) {
    return rooms
        .room(room)
        .filter(one -> !isCall(one))
        .map(one -> one.options().messageDays())
        .orElse(0);
  }

  boolean isGone(RoomId room) {
    return rooms.room(room).isEmpty();
  }

  private static boolean isCall(RoomSummary room) {
    return room.kind() == PlaceKind.CALL;
  }
}
