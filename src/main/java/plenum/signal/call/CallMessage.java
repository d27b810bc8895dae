package plenum.signal.call;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about calls. */
public sealed interface CallMessage extends ClientMessage {

  record StartCall(OptionalLong request, String person, boolean text) implements CallMessage {}

  record AcceptCall(OptionalLong request, String call, boolean video) implements CallMessage {}

  record RejectCall(OptionalLong request, String call) implements CallMessage {}

  record CancelCall(OptionalLong request, String call) implements CallMessage {}

  record EndCall(OptionalLong request, String call) implements CallMessage {}

  record AddToCall(OptionalLong request, String call, String person) implements CallMessage {}

  record DeclineInvitation(OptionalLong request, String room) implements CallMessage {}

  record ListCalls(OptionalLong request) implements CallMessage {}

  record MarkCallsSeen(OptionalLong request) implements CallMessage {}
}
