package plenum.signal;

import java.util.OptionalLong;

/** What a client may send about the stage; see {@link ClientMessage}, which lists the types. */
public sealed interface StageMessage extends ClientMessage {

  /** Calls the handler's method for this kind of message. */
  void handBy(Handler handler);

  @Override
  default void handBy(ClientMessage.Handler handler) {
    handler.stage(this);
  }

  /** Somebody who can deal with every kind of message about the stage. */
  interface Handler {
    void takeStage(TakeStage message);

    void leaveStage(LeaveStage message);

    void requestStage(RequestStage message);

    void withdrawStageRequest(WithdrawStageRequest message);

    void declineStage(DeclineStage message);

    void grantStage(GrantStage message);

    void takeBackStage(TakeBackStage message);
  }

  record TakeStage(OptionalLong request) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.takeStage(this);
    }
  }

  record LeaveStage(OptionalLong request) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.leaveStage(this);
    }
  }

  record RequestStage(OptionalLong request) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.requestStage(this);
    }
  }

  record WithdrawStageRequest(OptionalLong request) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.withdrawStageRequest(this);
    }
  }

  record DeclineStage(OptionalLong request, String member) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.declineStage(this);
    }
  }

  record GrantStage(OptionalLong request, String member) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.grantStage(this);
    }
  }

  record TakeBackStage(OptionalLong request) implements StageMessage {
    @Override
    public void handBy(Handler handler) {
      handler.takeBackStage(this);
    }
  }
}
