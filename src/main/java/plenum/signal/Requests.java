package plenum.signal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import plenum.identity.DisplayName;
import plenum.media.StreamId;
import plenum.media.stream.Streams;
import plenum.media.ticket.Ticket;
import plenum.media.ticket.ViewTicket;
import plenum.presence.Availability;
import plenum.presence.OnlinePerson;
import plenum.room.DeviceId;
import plenum.room.DeviceName;
import plenum.room.RoomDevice;
import plenum.room.RoomId;
import plenum.room.RoomKind;
import plenum.room.RoomName;
import plenum.room.RoomRefused;
import plenum.room.RoomRefused.Reason;
import plenum.room.RoomSummary;
import plenum.room.Visitor;
import plenum.signal.Views.RoomView;

/** Does what one client asks for. */
final class Requests implements ClientMessage.Handler {

  private final Connection connection;
  private final Features features;
  private final Supplier<ServerMessage> greeting;
  private final CallRequests calls;
  private final StageRequests stage;
  private Optional<Topic<RoomEntry>> room = Optional.empty();

  /**
   * @param greeting what a page is told first
   */
  Requests(Connection connection, Features features, Supplier<ServerMessage> greeting) {
    this.connection = connection;
    this.features = features;
    this.greeting = greeting;
    this.calls = new CallRequests(connection, features.calls());
    this.stage = new StageRequests(connection, features.stages());
  }

  /** The old page's seat ends with it; the next page is greeted. */
  @Override
  public void changePage(ClientMessage.ChangePage message) {
    try {
      features.rooms().leave(connection.session());
    } catch (RoomRefused seatless) {
      // Most pages that are left so have none.
    }
    room = Optional.empty();
    connection.changePage();
    connection.welcome(greeting.get());
  }

  @Override
  public void watchLobby(ClientMessage.WatchLobby message) {
    connection.follow(features.topics().lobby(), new ServerMessage.Lobby(message.request()));
  }

  @Override
  public void leaveLobby(ClientMessage.LeaveLobby message) {
    connection.unfollow(features.topics().lobby());
  }

  @Override
  public void createRoom(ClientMessage.CreateRoom message) {
    RoomKind kind =
        RoomKind.listed(message.kind().orElse(RoomKind.GROUP.app()))
            .orElseThrow(() -> BadMessage.of(message.request(), "bad-message.kind"));
    RoomSummary created =
        features.rooms().create(new RoomName(message.name()), kind, connection.person());
    connection.send(new ServerMessage.RoomMade(message.request(), RoomView.of(created)));
  }

  @Override
  public void deleteRoom(ClientMessage.DeleteRoom message) {
    features.rooms().delete(roomId(message.room()), message.force(), name());
    connection.send(new ServerMessage.RoomGone(message.request(), message.room()));
  }

  @Override
  public void joinRoom(ClientMessage.JoinRoom message) {
    RoomId id = roomId(message.room());
    Visitor visitor =
        new Visitor(connection.session(), connection.person(), name(), connection.page());
    features.rooms().join(id, visitor, message.devices());
    follow(features.topics().enter(id), message.request());
  }

  @Override
  public void leaveRoom(ClientMessage.LeaveRoom message) {
    RoomId left = features.rooms().leave(connection.session());
    room.ifPresent(connection::unfollow);
    room = Optional.empty();
    connection.send(new ServerMessage.RoomLeft(message.request(), left.value()));
  }

  @Override
  public void updateDevices(ClientMessage.UpdateDevices message) {
    features.rooms().updateDevices(connection.session(), message.devices());
  }

  @Override
  public void speaking(ClientMessage.Speaking message) {
    features.rooms().speaks(connection.session(), message.speaking());
  }

  @Override
  public void requestPublish(ClientMessage.RequestPublish message) {
    StreamId stream = features.rooms().publish(connection.session(), message.source());
    Ticket ticket = features.streams().publishTicket(stream, connection.person().value());
    answer(message.request(), "publish", stream, ticket);
  }

  @Override
  public void requestPlay(ClientMessage.RequestPlay message) {
    StreamId stream = features.rooms().play(connection.session(), message.stream());
    Ticket ticket = features.streams().playTicket(stream, connection.person().value());
    answer(message.request(), "play", stream, ticket);
  }

  @Override
  public void addDevice(ClientMessage.AddDevice message) {
    DeviceName name = new DeviceName(message.name());
    answer(message.request(), features.rooms().addDevice(connection.session(), name));
  }

  @Override
  public void removeDevice(ClientMessage.RemoveDevice message) {
    features.rooms().removeDevice(connection.session(), deviceId(message.device()));
    connection.send(new ServerMessage.DeviceGone(message.request(), message.device()));
  }

  @Override
  public void requestDevice(ClientMessage.RequestDevice message) {
    DeviceId id = deviceId(message.device());
    answer(message.request(), features.rooms().deviceOf(connection.session(), id));
  }

  @Override
  public void watchRoom(ClientMessage.WatchRoom message) {
    RoomId id = roomId(message.room());
    if (features.rooms().isSeated(connection.session())) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.watch");
    }
    if (features.rooms().room(id).filter(found -> !found.kind().isListed()).isPresent()) {
      throw new RoomRefused(Reason.NOT_ALLOWED, "not-allowed.call-watched");
    }
    Optional<Topic<RoomEntry>> watched = features.topics().enter(id);
    if (watched.isEmpty()) {
      throw new RoomRefused(Reason.NO_SUCH_ROOM, "no-such-room.any-more");
    }
    follow(watched, message.request());
  }

  @Override
  public void requestView(ClientMessage.RequestView message) {
    StreamId stream = features.rooms().view(roomId(message.room()), message.stream());
    ViewTicket ticket = features.streams().viewTicket(stream, connection.person().value());
    connection.send(
        new ServerMessage.Ticket(
            message.request(),
            "view",
            stream.name(),
            Optional.empty(),
            Optional.of(ticket.flv()),
            Optional.of(ticket.hls()),
            ticket.expires().toString()));
  }

  @Override
  public void updatePresence(ClientMessage.UpdatePresence message) {
    features
        .presence()
        .update(
            connection.session(),
            new Availability(message.camera(), message.microphone(), message.away()));
  }

  @Override
  public void call(CallMessage message) {
    message.handBy(calls);
  }

  @Override
  public void stage(StageMessage message) {
    message.handBy(stage);
  }

  @Override
  public void resync(ClientMessage.Resync message) {
    switch (message.topic()) {
      case "lobby" ->
          connection.follow(features.topics().lobby(), new ServerMessage.Lobby(message.request()));
      case "room" -> {
        if (room.filter(connection::follows).isEmpty()) {
          throw new RoomRefused(Reason.NOT_IN_A_ROOM, "not-in-a-room");
        }
        follow(message.request());
      }
      default -> throw BadMessage.of(message.request(), "bad-message.topic");
    }
  }

  @Override
  public void ping(ClientMessage.Ping message) {
    connection.send(new ServerMessage.Pong(message.request()));
  }

  private void follow(Optional<Topic<RoomEntry>> entered, OptionalLong request) {
    room.filter(before -> !entered.equals(room)).ifPresent(connection::unfollow);
    room = entered;
    follow(request);
  }

  private void follow(OptionalLong request) {
    ServerMessage head = new ServerMessage.Room(request, connection.person().value());
    room.ifPresent(topic -> connection.follow(topic, head));
  }

  private void answer(OptionalLong request, String action, StreamId stream, Ticket ticket) {
    connection.send(
        new ServerMessage.Ticket(
            request,
            action,
            stream.name(),
            Optional.of(ticket.url()),
            Optional.empty(),
            Optional.empty(),
            ticket.expires().toString()));
  }

  /**
   * The device is the ticket's holder, not who asked for it: whoever gave a camera its address, the
   * camera replaces what its own broken connection left behind.
   */
  private void answer(OptionalLong request, RoomDevice device) {
    Streams streams = features.streams();
    Ticket ticket = streams.deviceTicket(device.stream(), device.id().value());
    connection.send(
        new ServerMessage.DeviceAddress(
            request,
            new ServerMessage.Device(device.id().value(), device.name().value()),
            streams.ingests(device.stream(), ticket),
            ticket.expires().toString()));
  }

  private DisplayName name() {
    return features
        .presence()
        .person(connection.person())
        .map(OnlinePerson::name)
        .orElse(connection.nameAtStart());
  }

  private static DeviceId deviceId(String text) {
    try {
      return new DeviceId(text);
    } catch (IllegalArgumentException malformed) {
      throw new RoomRefused(Reason.NO_SUCH_DEVICE, "no-such-device.unknown");
    }
  }

  private static RoomId roomId(String text) {
    try {
      return new RoomId(text);
    } catch (IllegalArgumentException malformed) {
      throw new RoomRefused(Reason.NO_SUCH_ROOM, "no-such-room");
    }
  }
}
