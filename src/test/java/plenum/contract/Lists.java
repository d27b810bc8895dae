package plenum.contract;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import plenum.media.StreamId;

/** What the management API lists at one moment. */
record Lists(List<JsonObject> streams, List<JsonObject> clients) {

  static Lists of(Door door) {
    return new Lists(
        list(door.manage("GET", "/api/v1/streams/?count=1000"), "streams"),
        list(door.manage("GET", "/api/v1/clients/?count=1000"), "clients"));
  }

  private static List<JsonObject> list(JsonObject answer, String name) {
    return answer.getJsonArray(name).getValuesAs(JsonObject.class);
  }

  Optional<JsonObject> stream(StreamId id) {
    return streams.stream().filter(one -> one.getString("name").equals(id.name())).findFirst();
  }

  /** The session that publishes the stream. */
  Optional<JsonObject> publisher(StreamId id) {
    return session(id, true);
  }

  /** One that plays it. */
  Optional<JsonObject> player(StreamId id) {
    return session(id, false);
  }

  private Optional<JsonObject> session(StreamId id, boolean publishes) {
    return clients.stream()
        .filter(one -> one.getString("name").equals(id.name()))
        .filter(one -> one.getBoolean("publish") == publishes)
        .findFirst();
  }
}
