package plenum.signal.room;

import java.util.List;
import java.util.function.BiConsumer;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.room.Moderation;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.ClientMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.room.ModerationMessage.AdmitAll;
import plenum.signal.room.ModerationMessage.AdmitPerson;
import plenum.signal.room.ModerationMessage.AppointModerator;
import plenum.signal.room.ModerationMessage.BanMember;
import plenum.signal.room.ModerationMessage.DismissModerator;
import plenum.signal.room.ModerationMessage.HandOverRoom;
import plenum.signal.room.ModerationMessage.MuteMember;
import plenum.signal.room.ModerationMessage.RemoveMember;
import plenum.signal.room.ModerationMessage.StopCamera;
import plenum.signal.room.ModerationMessage.TurnAway;

/** Does what moderators ask for; each act is answered by {@code done}. */
final class ModerationPart implements Part {

  private final Moderation moderation;

  ModerationPart(Moderation moderation) {
    this.moderation = moderation;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(AdmitPerson.class, (by, m) -> act(by, m, m.person(), moderation::admit)),
        Act.of(AdmitAll.class, this::admitAll),
        Act.of(TurnAway.class, (by, m) -> act(by, m, m.person(), moderation::turnAway)),
        Act.of(MuteMember.class, (by, m) -> act(by, m, m.member(), moderation::mute)),
        Act.of(StopCamera.class, (by, m) -> act(by, m, m.member(), moderation::stopCamera)),
        Act.of(RemoveMember.class, (by, m) -> act(by, m, m.member(), moderation::remove)),
        Act.of(BanMember.class, (by, m) -> act(by, m, m.member(), moderation::ban)),
        Act.of(AppointModerator.class, (by, m) -> act(by, m, m.member(), moderation::appoint)),
        Act.of(DismissModerator.class, this::dismiss),
        Act.of(HandOverRoom.class, (by, m) -> act(by, m, m.member(), moderation::handOver)));
  }

  private static void act(
      Connection connection, ClientMessage message, String whom, BiConsumer<Actor, PersonId> does) {
    does.accept(connection.actor(), Ids.member(whom));
    done(connection, message);
  }

  private void admitAll(Connection connection, AdmitAll message) {
    moderation.admitAll(connection.actor());
    done(connection, message);
  }

  private void dismiss(Connection connection, DismissModerator message) {
    moderation.dismiss(connection.actor(), Ids.room(message.room()), Ids.member(message.person()));
    done(connection, message);
  }

  private static void done(Connection connection, ClientMessage message) {
    connection.send(new ServerMessage.Done(message.request()));
  }
}
