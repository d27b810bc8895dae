package plenum.signal.lobby;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Paces;
import plenum.media.PlaceKind;
import plenum.presence.Availability;
import plenum.presence.Presence;
import plenum.right.Rights;
import plenum.room.RoomName;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.Current;
import plenum.settings.RoomSettings;
import plenum.signal.lobby.LobbyGreeting.Limits;
import plenum.signal.lobby.LobbyGreeting.Permitted;
import plenum.signal.lobby.LobbyMessage.CreateRoom;
import plenum.signal.lobby.LobbyMessage.DeleteRoom;
import plenum.signal.lobby.LobbyMessage.LeaveLobby;
import plenum.signal.lobby.LobbyMessage.UpdatePresence;
import plenum.signal.lobby.LobbyMessage.WatchLobby;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.room.Ids;
import plenum.signal.room.RoomView;

/** Does what clients ask for about the lobby. */
final class LobbyPart implements Part {

  private final LobbyTopic lobby;
  private final HiddenRooms hidden;
  private final Rooms rooms;
  private final Presence presence;
  private final Current<RoomSettings> settings;
  private final Rights rights;
  private final Paces paces;

  LobbyPart(
      LobbyTopic lobby,
      HiddenRooms hidden,
      Rooms rooms,
      Presence presence,
      Current<RoomSettings> settings,
      Rights rights,
      Paces paces) {
    this.lobby = lobby;
    this.hidden = hidden;
    this.rooms = rooms;
    this.presence = presence;
    this.settings = settings;
    this.rights = rights;
    this.paces = paces;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(WatchLobby.class, this::watch),
        Act.of(LeaveLobby.class, this::leave),
        Act.of(CreateRoom.class, this::create),
        Act.of(DeleteRoom.class, this::delete),
        Act.of(UpdatePresence.class, this::update));
  }

  @Override
  public Map<String, BiConsumer<Connection, OptionalLong>> topics() {
    return Map.of(LobbySource.NAME, this::follow);
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(
        new LobbyGreeting(
            new Limits(
                DisplayName.LONGEST,
                RoomName.LONGEST,
                settings.now().members(),
                settings.now().devices()),
            new Permitted(
                deletable(connection.actor()),
                all(rights.moderatesEveryRoom(connection.actor())))));
  }

  private String deletable(Actor actor) {
    String some = rights.mayDeleteRoomsOfNobody(actor) ? "own" : "owned";
    return rights.mayDeleteEveryRoom(actor) ? "all" : some;
  }

  private static String all(boolean all) {
    return all ? "all" : "own";
  }

  private void watch(Connection connection, WatchLobby message) {
    follow(connection, message.request());
  }

  private void follow(Connection connection, OptionalLong request) {
    if (!rights.maySeeSite(connection.actor())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.guest-link");
    }
    connection.follow(lobby.topic(), new LobbyAnswer.Lobby(request));
    hidden.tell(connection);
  }

  private void leave(Connection connection, LeaveLobby message) {
    connection.unfollow(lobby.topic());
    connection.done(message.request());
  }

  private void create(Connection connection, CreateRoom message) {
    PlaceKind kind =
        PlaceKind.listed(message.kind().orElse(PlaceKind.GROUP.app()))
            .orElseThrow(() -> BadMessage.of(message.request(), "bad-message.kind"));
    RoomName name = new RoomName(message.name());
    paces.makeRoom(connection.actor());
    RoomSummary created = rooms.create(connection.actor(), name, kind);
    connection.send(new LobbyAnswer.RoomCreated(message.request(), RoomView.of(created)));
  }

  private void delete(Connection connection, DeleteRoom message) {
    rooms.delete(connection.actor(), Ids.room(message.room()), message.force());
    connection.send(new LobbyAnswer.RoomDeleted(message.request(), message.room()));
  }

  private void update(Connection connection, UpdatePresence message) {
    presence.update(
        connection.actor(),
        new Availability(message.camera(), message.microphone(), message.away()));
    connection.done(message.request());
  }
}
