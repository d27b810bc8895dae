package plenum.admin.meeting;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that happened in a meeting, as a page tells it.
 *
 * @param until when it was over; the same as {@code at} for what took no time
 * @param person whom it happened to, or who did it: the id; empty for the server itself
 * @param kind what it was
 * @param detail what else is to be known; may be empty
 */
public record Happening(
    Instant at, Instant until, String person, String name, Kind kind, String detail) {

  /** What happens in meetings. */
  public enum Kind {
    CAME,
    WENT,
    /** The picture or the sound was bad. */
    BAD,
    /** Somebody could not join with picture and sound. */
    PROBLEM,
    /** Somebody did something that the audit trail keeps, or was not let do it. */
    ACT
  }

  public Happening {
    Objects.requireNonNull(at, "it happened some time");
    Objects.requireNonNull(until, "what took no time is over at once");
    Objects.requireNonNull(person, "the server itself is empty");
    Objects.requireNonNull(name, "a missing name is empty");
    Objects.requireNonNull(kind, "something happened");
    Objects.requireNonNull(detail, "what needs no more words has none");
  }

  static Happening at(Instant at, String person, String name, Kind kind, String detail) {
    return new Happening(at, at, person, name, kind, detail);
  }

  /** Whether it lasted. */
  public boolean isLong() {
    return until.isAfter(at);
  }
}
