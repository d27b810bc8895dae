package plenum.signal.room;

import java.util.List;
import plenum.identity.PersonId;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.Stages;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.StageMessage.DeclineStage;
import plenum.signal.room.StageMessage.GrantStage;
import plenum.signal.room.StageMessage.LeaveStage;
import plenum.signal.room.StageMessage.RequestStage;
import plenum.signal.room.StageMessage.TakeBackStage;
import plenum.signal.room.StageMessage.TakeStage;
import plenum.signal.room.StageMessage.WithdrawStageRequest;

/** Does what clients ask for about the stage of their room. */
final class StagePart implements Part {

  private final Stages stages;

  StagePart(Stages stages) {
    this.stages = stages;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(TakeStage.class, this::take),
        Act.of(LeaveStage.class, this::leave),
        Act.of(RequestStage.class, this::request),
        Act.of(WithdrawStageRequest.class, this::withdraw),
        Act.of(DeclineStage.class, this::decline),
        Act.of(GrantStage.class, this::grant),
        Act.of(TakeBackStage.class, this::takeBack));
  }

  private void take(Connection connection, TakeStage message) {
    stages.take(connection.actor());
    connection.send(new RoomAnswer.StageTaken(message.request()));
  }

  private void leave(Connection connection, LeaveStage message) {
    stages.leave(connection.actor());
    connection.send(new RoomAnswer.StageLeft(message.request()));
  }

  private void request(Connection connection, RequestStage message) {
    stages.request(connection.actor());
    done(connection, message);
  }

  private void withdraw(Connection connection, WithdrawStageRequest message) {
    stages.withdraw(connection.actor());
    done(connection, message);
  }

  private void decline(Connection connection, DeclineStage message) {
    stages.decline(connection.actor(), person(message.member()));
    done(connection, message);
  }

  private void grant(Connection connection, GrantStage message) {
    stages.grant(connection.actor(), person(message.member()));
    done(connection, message);
  }

  private void takeBack(Connection connection, TakeBackStage message) {
    stages.takeBack(connection.actor());
    done(connection, message);
  }

  private static void done(Connection connection, StageMessage message) {
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
