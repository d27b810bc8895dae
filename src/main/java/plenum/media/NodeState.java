package plenum.media;

/** Whether a node can serve. */
public sealed interface NodeState {

  /** It serves. */
  record Ready(int port) implements NodeState {}

  /** Its start is under way. */
  record Starting() implements NodeState {}

  /** The site wants none: {@code plenum.media.start=false}. */
  record SwitchedOff() implements NodeState {}

  /** It cannot serve; {@code reason} is a sentence that says what to do about it. */
  record Failed(String reason) implements NodeState {}
}
