package plenum.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person can look up about a call afterwards.
 *
 * @param id the call's
 * @param with the other side
 * @param at when it began to ring
 * @param talked how long it was answered
 */
public record CallRecord(
    CallId id, Party with, Direction direction, Outcome outcome, Instant at, Duration talked) {

  /** Who called whom. */
  public enum Direction {
    MADE,
    RECEIVED
  }

  /** What became of it, as this person sees it. */
  public enum Outcome {
    ANSWERED,
    /** Not answered: nobody did in time, the caller gave up, or this person went offline. */
    MISSED,
    REJECTED,
    /** The caller gave up. */
    CANCELLED,
    /** The one who was called was in another call. */
    BUSY
  }

  public CallRecord {
    Objects.requireNonNull(id, "a record is of a call");
    Objects.requireNonNull(with, "a call has another side");
    Objects.requireNonNull(direction, "a call was made or received");
    Objects.requireNonNull(outcome, "a call had an outcome");
    Objects.requireNonNull(at, "a call began some time");
    Objects.requireNonNull(talked, "a call took its time");
  }

  /** The same where the other side is this one. */
  CallRecord with(Party other) {
    return new CallRecord(id, other, direction, outcome, at, talked);
  }

  /** Whether the person was called and could not, or did not, answer. */
  public boolean isMissed() {
    return direction == Direction.RECEIVED
        && (outcome == Outcome.MISSED || outcome == Outcome.BUSY);
  }
}
