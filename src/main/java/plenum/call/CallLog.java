package plenum.call;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import plenum.call.CallEvent.CallRecorded;
import plenum.call.CallRecord.Direction;
import plenum.call.CallRecord.Outcome;
import plenum.identity.PersonId;
import plenum.order.Guard;
import plenum.time.Stopwatch;

/**
 * Writes down, for both sides, what became of a call. Part of a change under the calls' guard, but
 * written after it, so that a store may take its time.
 */
final class CallLog {

  private final CallRecords records;
  private final Guard guard;
  private final Consumer<CallEvent> written;

  /**
   * @param written tells of a record that is written
   */
  CallLog(CallRecords records, Guard guard, Consumer<CallEvent> written) {
    this.records = records;
    this.guard = guard;
    this.written = written;
  }

  /** A call is over. */
  void over(Call call) {
    Duration talked = call.talking().map(Stopwatch::passed).orElse(Duration.ZERO);
    Outcome made = outcome(call);
    // Whom the caller did not wait for has missed the call.
    Outcome received = made == Outcome.CANCELLED ? Outcome.MISSED : made;
    write(call.from(), call.id(), call.to(), Direction.MADE, made, call.began(), talked);
    write(call.to(), call.id(), call.from(), Direction.RECEIVED, received, call.began(), talked);
  }

  /** A call was refused since the other side is in one. */
  void busy(Party from, Party to, Instant now) {
    CallId id = CallId.fresh();
    write(from, id, to, Direction.MADE, Outcome.BUSY, now, Duration.ZERO);
    write(to, id, from, Direction.RECEIVED, Outcome.BUSY, now, Duration.ZERO);
  }

  private void write(
      Party owner,
      CallId call,
      Party with,
      Direction direction,
      Outcome outcome,
      Instant at,
      Duration talked) {
    PersonId person = owner.id();
    CallRecord record = new CallRecord(call, with, direction, outcome, at, talked);
    guard.write(
        () -> {
          records.put(person, record);
          written.accept(new CallRecorded(person, record, records.missed(person)));
        });
  }

  private static Outcome outcome(Call call) {
    return switch (call.state()) {
      case REJECTED -> Outcome.REJECTED;
      case CANCELLED -> Outcome.CANCELLED;
      case MISSED -> Outcome.MISSED;
      case ENDED -> Outcome.ANSWERED;
      case RINGING, ACCEPTED -> throw new IllegalStateException("the call is not over");
    };
  }
}
