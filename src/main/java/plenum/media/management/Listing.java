package plenum.media.management;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeStream;

/** Streams and sessions as SRS lists them. What WebRTC has no notion of is there, but empty. */
public final class Listing {

  private static final String VHOST = "vid-plenum0";

  private final Clock clock;
  private final ByteRates rates;

  Listing(ByteRates rates, Clock clock) {
    this.rates = rates;
    this.clock = clock;
  }

  /** The stream's id in lists: the same for the same name, so that it outlives its publisher. */
  static String id(StreamId stream) {
    byte[] path = stream.path().getBytes(StandardCharsets.UTF_8);
    long bits = UUID.nameUUIDFromBytes(path).getMostSignificantBits();
    return "vid-" + Long.toString(bits >>> 1, Character.MAX_RADIX);
  }

  JsonObjectBuilder stream(NodeStream stream, List<NodeClient> everybody) {
    List<NodeClient> clients =
        everybody.stream().filter(client -> client.stream().equals(stream.stream())).toList();
    return Json.createObjectBuilder()
        .add("id", id(stream.stream()))
        .add("name", stream.stream().name())
        .add("vhost", VHOST)
        .add("app", stream.stream().app())
        .add("tcUrl", "")
        .add("url", stream.stream().path())
        .add("live_ms", clock.millis())
        .add("clients", clients.size())
        .add("frames", 0)
        .add("send_bytes", stream.sentBytes())
        .add("recv_bytes", stream.receivedBytes())
        .add("kbps", kbps(clients))
        .add(
            "publish",
            Json.createObjectBuilder()
                .add("active", stream.published())
                .add("cid", stream.publisherId()))
        .add("video", codec(stream.video(), stream.codec()))
        .add("audio", codec(stream.audio(), "Opus"));
  }

  private static JsonValue codec(boolean there, String codec) {
    return there ? Json.createObjectBuilder().add("codec", codec).build() : JsonValue.NULL;
  }

  JsonObjectBuilder client(NodeClient client) {
    boolean publish = client.action() == StreamAction.PUBLISH;
    Duration alive = Duration.between(client.since(), clock.instant());
    return Json.createObjectBuilder()
        .add("id", client.id())
        .add("vhost", VHOST)
        .add("stream", id(client.stream()))
        .add("ip", client.address().getHostAddress())
        .add("pageUrl", "")
        .add("swfUrl", "")
        .add("tcUrl", "")
        .add("url", client.stream().path())
        .add("name", client.stream().name())
        .add("type", publish ? "rtc-publish" : "rtc-play")
        .add("publish", publish)
        .add("alive", alive.toMillis() / 1000.0)
        .add("send_bytes", client.sentBytes())
        .add("recv_bytes", client.receivedBytes())
        .add("kbps", kbps(List.of(client)));
  }

  private JsonObjectBuilder kbps(List<NodeClient> clients) {
    ByteRates.Kbps kbps = rates.of(clients);
    return Json.createObjectBuilder().add("recv_30s", kbps.received()).add("send_30s", kbps.sent());
  }
}
