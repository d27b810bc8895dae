package plenum.signal;

import java.util.OptionalLong;

/** What a client may send about calls; see {@link ClientMessage}, which lists the types. */
public sealed interface CallMessage extends ClientMessage {

  /** Calls the handler's method for this kind of message. */
  void handBy(Handler handler);

  @Override
  default void handBy(ClientMessage.Handler handler) {
    handler.call(this);
  }

  /** Somebody who can deal with every kind of message about calls. */
  interface Handler {
    void startCall(StartCall message);

    void acceptCall(AcceptCall message);

    void rejectCall(RejectCall message);

    void cancelCall(CancelCall message);

    void endCall(EndCall message);

    void addToCall(AddToCall message);

    void declineInvitation(DeclineInvitation message);

    void listCalls(ListCalls message);

    void markCallsSeen(MarkCallsSeen message);
  }

  record StartCall(OptionalLong request, String person) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.startCall(this);
    }
  }

  record AcceptCall(OptionalLong request, String call, boolean video) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.acceptCall(this);
    }
  }

  record RejectCall(OptionalLong request, String call) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.rejectCall(this);
    }
  }

  record CancelCall(OptionalLong request, String call) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.cancelCall(this);
    }
  }

  record EndCall(OptionalLong request, String call) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.endCall(this);
    }
  }

  record AddToCall(OptionalLong request, String call, String person) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.addToCall(this);
    }
  }

  record DeclineInvitation(OptionalLong request, String room) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.declineInvitation(this);
    }
  }

  record ListCalls(OptionalLong request) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.listCalls(this);
    }
  }

  record MarkCallsSeen(OptionalLong request) implements CallMessage {
    @Override
    public void handBy(Handler handler) {
      handler.markCallsSeen(this);
    }
  }
}
