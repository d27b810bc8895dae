package plenum.media.node;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Whether a node can serve. */
public sealed interface NodeState {

  /**
   * It serves.
   *
   * @param detail how it is reached, for people
   * @param load how busy it is; only to be compared with other nodes of the same kind
   * @param incarnation another one after each start of the node, which ends all its sessions
   * @param since when it began; empty when it does not tell
   */
  record Ready(String detail, double load, String incarnation, Optional<Instant> since)
      implements NodeState {
    public Ready {
      Objects.requireNonNull(since, "an unknown beginning is empty");
      Objects.requireNonNull(detail, "a node is reached somehow");
      Objects.requireNonNull(incarnation, "a node has begun once");
    }

    /** One that does not tell when it began. */
    public Ready(String detail, double load, String incarnation) {
      this(detail, load, incarnation, Optional.empty());
    }
  }

  /** Its start is under way. */
  record Starting() implements NodeState {}

  /** The site wants none: {@code plenum.media.start=false}. */
  record SwitchedOff() implements NodeState {}

  /** It cannot serve; {@code reason} is a sentence that says what to do about it. */
  record Failed(String reason) implements NodeState {}
}
