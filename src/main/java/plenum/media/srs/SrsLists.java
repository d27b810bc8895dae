package plenum.media.srs;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;

/**
 * What an SRS lists, read once: {@code /api/v1/streams/} and {@code /api/v1/clients/}.
 *
 * @param service another one after each start of SRS
 * @param streams the streams published or waited for, by name
 * @param clients every session whose stream has a name that Plenum may have given
 */
record SrsLists(String service, Map<StreamId, SrsStream> streams, List<NodeClient> clients) {

  /** SRS lists ten without it. */
  private static final String ALL = "?count=1000000";

  /**
   * A stream.
   *
   * @param active whether its publisher's media flows
   * @param publisherId the publisher's client id; may be of one that left
   * @param audio whether sound passes through SRS's live side, which it is asked about only
   * @param codec the picture's codec there, empty when unknown
   */
  record SrsStream(
      boolean active,
      String publisherId,
      boolean audio,
      String codec,
      long receivedBytes,
      long sentBytes) {

    /** Whether SRS says anything about tracks. */
    boolean isDescribed() {
      return audio || !codec.isEmpty();
    }
  }

  static SrsLists read(SrsApi api, Instant now) throws SrsFailure {
    JsonObject clients = api.get("/api/v1/clients/" + ALL);
    JsonObject streams = api.get("/api/v1/streams/" + ALL);
    return new SrsLists(
        text(clients, "service"), streams(objects(streams, "streams")), clients(clients, now));
  }

  private static Map<StreamId, SrsStream> streams(List<JsonObject> listed) {
    Map<StreamId, SrsStream> streams = new HashMap<>();
    for (JsonObject stream : listed) {
      id(text(stream, "app"), text(stream, "name"))
          .ifPresent(id -> streams.put(id, stream(stream)));
    }
    return streams;
  }

  private static SrsStream stream(JsonObject json) {
    JsonObject publish = object(json, "publish");
    return new SrsStream(
        publish.getBoolean("active", false),
        text(publish, "cid"),
        !object(json, "audio").isEmpty(),
        text(object(json, "video"), "codec"),
        number(json, "recv_bytes"),
        number(json, "send_bytes"));
  }

  private static List<NodeClient> clients(JsonObject json, Instant now) {
    List<NodeClient> clients = new ArrayList<>();
    for (JsonObject client : objects(json, "clients")) {
      ofPath(text(client, "url")).ifPresent(id -> clients.add(client(client, id, now)));
    }
    return clients;
  }

  private static NodeClient client(JsonObject json, StreamId stream, Instant now) {
    return new NodeClient(
        text(json, "id"),
        stream,
        json.getBoolean("publish", false) ? StreamAction.PUBLISH : StreamAction.PLAY,
        address(text(json, "ip")),
        now.minusMillis((long) (1000 * real(json, "alive"))),
        number(json, "recv_bytes"),
        number(json, "send_bytes"));
  }

  /** {@code /app/stream}; another virtual host's is {@code vhost/app/stream} and not Plenum's. */
  static Optional<StreamId> ofPath(String url) {
    String[] parts = url.split("/", -1);
    return parts.length == 3 && parts[0].isEmpty() ? id(parts[1], parts[2]) : Optional.empty();
  }

  static Optional<StreamId> id(String app, String name) {
    try {
      return Optional.of(new StreamId(app, name));
    } catch (MediaRefusal notOurs) {
      return Optional.empty();
    }
  }

  /** Never asks the name service: SRS gives literal addresses. */
  private static InetAddress address(String text) {
    try {
      return text.matches("[0-9a-fA-F.:]+")
          ? InetAddress.getByName(text)
          : InetAddress.getLoopbackAddress();
    } catch (java.net.UnknownHostException notAnAddress) {
      return InetAddress.getLoopbackAddress();
    }
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value instanceof jakarta.json.JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static JsonObject object(JsonObject json, String name) {
    return json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  static boolean isPublisher(NodeClient client, StreamId stream) {
    return client.action() == StreamAction.PUBLISH && client.stream().equals(stream);
  }

  static String text(JsonObject json, String name) {
    return json.get(name) instanceof JsonString text ? text.getString() : "";
  }

  private static long number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? number.longValue() : 0;
  }

  static double real(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? number.doubleValue() : 0;
  }
}
