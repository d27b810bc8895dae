package plenum.admin;

import java.util.List;
import java.util.stream.Collectors;
import plenum.call.Call;
import plenum.call.CallState;
import plenum.identity.PersonId;
import plenum.room.Owner;
import plenum.room.RoomName;
import plenum.room.RoomSummary;

/**
 * A room or a call, as a page shows it.
 *
 * @param id the room's
 * @param kind {@code group}, {@code desktop} or {@code call}
 * @param ownerId who made it; empty when that is not known
 * @param owner how whoever made it is called; empty when that is not known
 * @param state {@code empty}, {@code running}, {@code ringing} or {@code talking}
 * @param sharer whose screen is on air; empty when there is none
 */
public record MeetingView(
    String id,
    String name,
    String kind,
    String ownerId,
    String owner,
    String state,
    String sharer,
    List<MemberView> members) {

  static MeetingView of(RoomSummary room, List<MemberView> members) {
    return new MeetingView(
        room.id().value(),
        room.name().map(RoomName::value).orElse(""),
        room.kind().app(),
        room.owner().map(Owner::person).map(PersonId::value).orElse(""),
        room.owner().flatMap(Owner::name).map(name -> name.value()).orElse(""),
        members.isEmpty() ? "empty" : "running",
        room.sharer().map(name -> name.value()).orElse(""),
        members);
  }

  static MeetingView of(Call call, List<MemberView> members) {
    return new MeetingView(
        call.room().value(),
        call.from().name().value() + " → " + call.to().name().value(),
        "call",
        call.from().id().value(),
        call.from().name().value(),
        call.state() == CallState.RINGING ? "ringing" : "talking",
        "",
        members);
  }

  public boolean isCall() {
    return "call".equals(kind);
  }

  /** Who is there, by name; for the search of the table. */
  public String people() {
    return members.stream().map(MemberView::name).collect(Collectors.joining(", "));
  }
}
