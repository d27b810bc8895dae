package plenum.signal.room;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about the stage. */
public sealed interface StageMessage extends ClientMessage {

  record TakeStage(OptionalLong request) implements StageMessage {}

  record LeaveStage(OptionalLong request) implements StageMessage {}

  record RequestStage(OptionalLong request) implements StageMessage {}

  record WithdrawStageRequest(OptionalLong request) implements StageMessage {}

  record DeclineStage(OptionalLong request, String member) implements StageMessage {}

  record GrantStage(OptionalLong request, String member) implements StageMessage {}

  record TakeBackStage(OptionalLong request) implements StageMessage {}
}
