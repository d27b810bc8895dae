package plenum.signal;

import plenum.identity.PersonId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.Stages;

/** Does what one client asks for about the stage of its room. */
final class StageRequests implements StageMessage.Handler {

  private final Connection connection;
  private final Stages stages;

  StageRequests(Connection connection, Stages stages) {
    this.connection = connection;
    this.stages = stages;
  }

  @Override
  public void takeStage(StageMessage.TakeStage message) {
    stages.take(connection.session());
    connection.send(new ServerMessage.StageTaken(message.request()));
  }

  @Override
  public void leaveStage(StageMessage.LeaveStage message) {
    stages.leave(connection.session());
    connection.send(new ServerMessage.StageLeft(message.request()));
  }

  @Override
  public void requestStage(StageMessage.RequestStage message) {
    stages.request(connection.session());
    done(message);
  }

  @Override
  public void withdrawStageRequest(StageMessage.WithdrawStageRequest message) {
    stages.withdraw(connection.session());
    done(message);
  }

  @Override
  public void declineStage(StageMessage.DeclineStage message) {
    stages.decline(connection.session(), person(message.member()));
    done(message);
  }

  @Override
  public void grantStage(StageMessage.GrantStage message) {
    stages.grant(connection.session(), person(message.member()));
    done(message);
  }

  @Override
  public void takeBackStage(StageMessage.TakeBackStage message) {
    stages.takeBack(connection.session());
    done(message);
  }

  private void done(StageMessage message) {
    connection.send(new ServerMessage.Done(message.request()));
  }

  private static PersonId person(String text) {
    try {
      return new PersonId(text);
    } catch (IllegalArgumentException malformed) {
      throw new RoomRefused(Reason.NO_SUCH_REQUEST, "no-such-request.unknown");
    }
  }
}
