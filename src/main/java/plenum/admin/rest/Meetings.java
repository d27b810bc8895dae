package plenum.admin.rest;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.call.Call;
import plenum.call.CallState;
import plenum.call.Calls;
import plenum.room.Member;
import plenum.room.MemberStream;
import plenum.room.Owner;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

/** Rooms and calls, as programs see them. */
@ApplicationScoped
public class Meetings {

  /**
   * A room or a call.
   *
   * @param id the room's; a call has a room of its own
   * @param kind {@code group}, {@code desktop} or {@code call}
   * @param name how it is called; of a call, both names
   * @param state {@code empty}, {@code running}, {@code ringing} or {@code talking}
   * @param owner how whoever made it is called; missing when that is not known
   * @param since when a call began to ring, by ISO 8601; missing of a room
   */
  public record Meeting(
      String id,
      String kind,
      String name,
      String state,
      Optional<String> owner,
      Optional<String> since,
      List<Participant> people) {}

  /**
   * A room or a call as a line of a file.
   *
   * @param people how they are called, with commas between them
   */
  public record Line(
      String id,
      String kind,
      String name,
      String state,
      Optional<String> owner,
      Optional<String> since,
      String people) {

    static Line of(Meeting meeting) {
      return new Line(
          meeting.id(),
          meeting.kind(),
          meeting.name(),
          meeting.state(),
          meeting.owner(),
          meeting.since(),
          meeting.people().stream().map(Participant::name).collect(joining(", ")));
    }
  }

  /**
   * Somebody who is there.
   *
   * @param connected whether the page is connected; else the seat waits for it
   * @param microphone whether it can be heard
   * @param camera whether it can be seen
   * @param streams what is on air
   */
  public record Participant(
      String id,
      String name,
      boolean connected,
      boolean microphone,
      boolean camera,
      List<OnAir> streams) {}

  /**
   * A stream on air.
   *
   * @param source {@code camera}, {@code screen} or {@code device}
   * @param codec the picture's; empty without one
   */
  public record OnAir(String name, String source, boolean audio, boolean video, String codec) {}

  @Inject Rooms rooms;
  @Inject Calls calls;

  Stream<Meeting> all() {
    return Stream.concat(
        rooms.rooms().stream().map(this::meeting), calls.running().stream().map(this::meeting));
  }

  Optional<Meeting> one(String id) {
    return all().filter(meeting -> meeting.id().equals(id)).findFirst();
  }

  private Meeting meeting(RoomSummary room) {
    return new Meeting(
        room.id().value(),
        room.kind().app(),
        room.name().map(name -> name.value()).orElse(""),
        room.members() == 0 ? "empty" : "running",
        room.owner().flatMap(Owner::name).map(name -> name.value()),
        Optional.empty(),
        people(room.id()));
  }

  private Meeting meeting(Call call) {
    return new Meeting(
        call.room().value(),
        "call",
        call.from().name().value() + " → " + call.to().name().value(),
        call.state() == CallState.RINGING ? "ringing" : "talking",
        Optional.of(call.from().name().value()),
        Optional.of(call.began().toString()),
        people(call.room()));
  }

  private List<Participant> people(RoomId room) {
    return rooms.members(room).stream().map(Meetings::participant).toList();
  }

  private static Participant participant(Member member) {
    return new Participant(
        member.id().value(),
        member.name().value(),
        member.connected(),
        member.devices().microphone() && !member.devices().muted(),
        member.devices().camera() && !member.devices().cameraOff(),
        member.streams().stream().map(Meetings::onAir).toList());
  }

  private static OnAir onAir(MemberStream stream) {
    return new OnAir(
        stream.name(), stream.source(), stream.audio(), stream.video(), stream.codec());
  }
}
