package plenum.signal.call;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.call.Call;
import plenum.call.CallRecord;
import plenum.call.Party;
import plenum.signal.room.RoomView;
import plenum.text.Refused;
import plenum.time.Stopwatch;

/** Calls as messages show them. */
public final class CallViews {

  private CallViews() {}

  /** One side of a call. */
  public record PartyView(String id, String name) {
    static PartyView of(Party party) {
      return new PartyView(party.id().value(), party.name().value());
    }
  }

  /**
   * A call.
   *
   * @param room where its two persons meet
   * @param video whether it was answered with video; true before
   * @param text true where who called would like real-time text; else missing
   * @param reason why it is over, where the state does not say
   * @param started since when they talk, by the clock of the server
   * @param age how long they have talked at the moment of sending, in milliseconds
   */
  public record CallView(
      String id,
      String state,
      PartyView from,
      PartyView to,
      String room,
      boolean video,
      Optional<Boolean> text,
      Optional<String> reason,
      Optional<String> started,
      OptionalLong age) {
    static CallView of(Call call) {
      return new CallView(
          call.id().value(),
          Refused.codeOf(call.state()),
          PartyView.of(call.from()),
          PartyView.of(call.to()),
          call.room().value(),
          call.video(),
          Optional.of(true).filter(wanted -> call.text()),
          call.reason().map(Refused::codeOf),
          call.answered().map(CallViews::time),
          ageOf(call));
    }
  }

  /**
   * What the receiver can look up about a call.
   *
   * @param with the other side
   * @param at when it began to ring
   * @param seconds how long they talked
   */
  public record RecordView(
      String id, PartyView with, String direction, String outcome, String at, long seconds) {
    static RecordView of(CallRecord call) {
      return new RecordView(
          call.id().value(),
          PartyView.of(call.with()),
          Refused.codeOf(call.direction()),
          Refused.codeOf(call.outcome()),
          time(call.at()),
          call.talked().toSeconds());
    }
  }

  /** The receiver is asked into a room. */
  public record InvitationView(RoomView room, PartyView by) {}

  private static OptionalLong ageOf(Call call) {
    return call.talking().map(Stopwatch::passed).stream().mapToLong(Duration::toMillis).findFirst();
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
