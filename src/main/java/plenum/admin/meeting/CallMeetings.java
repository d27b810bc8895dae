package plenum.admin.meeting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.call.Call;
import plenum.call.Calls;
import plenum.call.Party;
import plenum.quality.QualityMinute;
import plenum.room.RoomId;

/**
 * Calls as meetings. Nobody keeps who was in a call's room: while it goes on, the call tells; later
 * it is known from how good it was.
 */
@RequestScoped
class CallMeetings {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject Calls calls;
  @Inject MeetingRecords records;

  Optional<Held> at(RoomId room, Instant moment, Instant now) {
    List<Stay> stays =
        calls.running().stream()
            .filter(call -> call.room().equals(room))
            .findFirst()
            .map(call -> running(call, now))
            .orElseGet(() -> past(room, moment));
    return Held.at(moment, stays);
  }

  private static List<Stay> running(Call call, Instant now) {
    Instant from = call.answered().orElse(call.began());
    return Stream.of(call.from(), call.to()).map(party -> stay(party, from, now)).toList();
  }

  private static Stay stay(Party party, Instant from, Instant now) {
    return new Stay(party.id().value(), party.name().value(), from, now, true);
  }

  private List<Stay> past(RoomId room, Instant moment) {
    List<Stay> stays = new ArrayList<>();
    for (QualityMinute minute : records.minutes(room, moment.minus(DAY), moment.plus(DAY))) {
      stays.add(
          new Stay(
              minute.person().value(),
              minute.personName(),
              minute.at(),
              minute.at().plus(MINUTE),
              false));
    }
    return joined(stays);
  }

  /** Minutes that follow each other are one stay. */
  static List<Stay> joined(List<Stay> minutes) {
    List<Stay> stays = new ArrayList<>();
    for (Stay minute : minutes) {
      int before = lastOf(minute.person(), stays);
      if (before >= 0 && !minute.joined().isAfter(stays.get(before).left())) {
        Stay longer = stays.get(before);
        stays.set(
            before,
            new Stay(longer.person(), longer.name(), longer.joined(), minute.left(), false));
      } else {
        stays.add(minute);
      }
    }
    return stays;
  }

  private static int lastOf(String person, List<Stay> stays) {
    for (int at = stays.size() - 1; at >= 0; at--) {
      if (stays.get(at).person().equals(person)) {
        return at;
      }
    }
    return -1;
  }
}
