package plenum.signal.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.signal.protocol.ServerMessage;

/** What the server tells those who wait before a room, and those who moderate it. */
public sealed interface DoorAnswer extends ServerMessage {

  /**
   * One waits to be admitted.
   *
   * @param moderated whether somebody is inside who could admit
   */
  record Waiting(OptionalLong request, String room, String name, String kind, boolean moderated)
      implements DoorAnswer {

    static Waiting of(OptionalLong request, RoomSummary room, boolean moderated) {
      return new Waiting(
          request,
          room.id().value(),
          room.name().map(RoomName::value).orElse(""),
          room.kind().app(),
          moderated);
    }
  }

  record Admitted(String room) implements DoorAnswer {}

  record TurnedAway(String room) implements DoorAnswer {}

  /** Everybody who waits before a room, for its moderators. */
  record WaitingPeople(String room, List<Person> people) implements DoorAnswer {

    static WaitingPeople of(RoomId room, List<plenum.room.Waiting> waiting) {
      return new WaitingPeople(
          room.value(),
          waiting.stream()
              .map(
                  one ->
                      new Person(one.person().value(), one.name().value(), one.since().toString()))
              .toList());
    }
  }

  /**
   * Somebody who waits.
   *
   * @param since when it began, in ISO 8601
   */
  record Person(String id, String name, String since) {}

  /** A moderator switched the own microphone off. */
  record Muted(Optional<String> by) implements DoorAnswer {}

  /** A moderator switched the own camera off. */
  record CameraStopped(Optional<String> by) implements DoorAnswer {}
}
