package plenum.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import plenum.media.StreamId;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** Somebody in a room, who may publish one stream and play those of the others. */
final class Seat implements AutoCloseable {

  private static final String DEVICES =
      "{\"camera\":true,\"microphone\":true,\"cameraOff\":false,\"muted\":false}";

  private final SignalClient signal;
  private final String room;
  private final String person;
  private int request;

  private Seat(SignalClient signal, String room) {
    this.signal = signal;
    this.room = room;
    JsonObject joined =
        ask("join-room", "\"room\":\"" + room + "\",\"devices\":" + DEVICES, "room");
    this.person = joined.getString("you");
  }

  /** A seat in a new room. */
  static Seat inNewRoom(PlenumServer server) {
    SignalClient signal = connect(server);
    String name = UUID.randomUUID().toString();
    signal.send(
        Json.createObjectBuilder().add("type", "create-room").add("name", name).build().toString());
    return new Seat(signal, signal.await("room-created").getJsonObject("room").getString("id"));
  }

  /** Another person in the same room. */
  Seat neighbour(PlenumServer server) {
    return new Seat(connect(server), room);
  }

  private static SignalClient connect(PlenumServer server) {
    SignalClient signal = SignalClient.connect(server, Browser.named(server, "Contract"));
    signal.await("welcome");
    return signal;
  }

  /** A right that the server gave. */
  record Right(StreamId stream, String url) {}

  /** The id of who sits here. */
  String person() {
    return person;
  }

  /** The right to publish; the same stream again if nothing of it is on air. */
  Right publish() {
    return right(ask("request-publish", "\"source\":\"camera\"", "ticket"));
  }

  /** The right to play somebody's stream. */
  String play(StreamId stream) {
    return right(ask("request-play", "\"stream\":\"" + stream.name() + "\"", "ticket")).url();
  }

  private static Right right(JsonObject ticket) {
    return new Right(new StreamId("group", ticket.getString("stream")), ticket.getString("url"));
  }

  /** The stream, as the room tells of it now, if it is on air. */
  Optional<JsonObject> onAir(StreamId stream) {
    List<JsonObject> members =
        ask("resync", "\"topic\":\"room\"", "room")
            .getJsonArray("members")
            .getValuesAs(JsonObject.class);
    return members.stream()
        .flatMap(member -> member.getJsonArray("streams").getValuesAs(JsonObject.class).stream())
        .filter(listed -> listed.getString("name").equals(stream.name()))
        .findFirst();
  }

  /** Deletes the room. */
  void deleteRoom() {
    signal.send("{\"type\":\"delete-room\",\"room\":\"" + room + "\",\"force\":true}");
    signal.await("room-deleted");
  }

  private JsonObject ask(String type, String members, String answer) {
    request += 1;
    int mine = request;
    signal.send("{\"type\":\"%s\",\"request\":%d,%s}".formatted(type, mine, members));
    return signal.await(answer, message -> message.getInt("request", 0) == mine);
  }

  @Override
  public void close() {
    signal.close();
  }
}
