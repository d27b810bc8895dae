package plenum.bench;

import static plenum.bench.SignalLine.message;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import plenum.bench.replay.Sender;
import plenum.bench.replay.Spectator;

/** Somebody without a browser in a room, who publishes a recording as a page does its devices. */
final class RoomMember implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The name of the smallest size. */
  private static final String SMALL = "l";

  private final URI site;
  private final Sender sender;
  private final Optional<Sender> small;
  private final SignalLine line;
  private String stream = "";
  private boolean speaking;
  private boolean sendsSmall;

  private RoomMember(URI site, String name, Sender sender, Optional<Sender> small)
      throws IOException, InterruptedException {
    this.site = site;
    this.sender = sender;
    this.small = small;
    this.line = SignalLine.open(HTTP, site, identify(name), this::told);
  }

  /**
   * Connects to the site under that name.
   *
   * @param small of the same camera, where its sizes are streams of their own
   */
  static RoomMember enter(URI site, String name, Sender sender, Optional<Sender> small)
      throws IOException, InterruptedException {
    return new RoomMember(site, name, sender, small);
  }

  /** The cookie of somebody with that name. */
  private String identify(String name) throws IOException, InterruptedException {
    String body = Json.createObjectBuilder().add("name", name).build().toString();
    HttpRequest me =
        HttpRequest.newBuilder(site.resolve("/api/me"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(me, HttpResponse.BodyHandlers.ofString());
    return response
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.split(";", 2)[0])
        .orElseThrow(() -> new IOException(response.statusCode() + " " + response.body()));
  }

  /** Makes a room; its id. */
  String create(String name) {
    JsonObject created = line.ask(message("create-room").add("kind", "group").add("name", name));
    return created.getJsonObject("room").getString("id");
  }

  /** Takes a seat with an open microphone, and publishes. */
  void join(String room, boolean camera) throws IOException, InterruptedException {
    JsonObjectBuilder devices =
        Json.createObjectBuilder()
            .add("camera", camera)
            .add("microphone", true)
            .add("cameraOff", false)
            .add("muted", false);
    line.ask(
        message("join-room")
            .add("room", room)
            .add("devices", devices)
            .add("decodes", Json.createArrayBuilder(List.of("VP8", "H264", "VP9", "AV1"))));
    publish("camera", sender);
  }

  private void publish(String source, Sender by) throws IOException, InterruptedException {
    JsonObject ticket = line.ask(message("request-publish").add("source", source));
    stream = source.equals("camera") ? ticket.getString("stream") : stream;
    by.answer(post(ticket.getString("url"), by.offer()));
  }

  /** The name of what is published. */
  String stream() {
    return stream;
  }

  /** Receives somebody's stream by a connection of its own. */
  void play(Spectator by, String other) throws IOException, InterruptedException {
    JsonObject ticket = line.ask(message("request-play").add("stream", other));
    by.answer(post(ticket.getString("url"), by.offer()));
  }

  /** Makes a connection by which many streams may be received; its name. */
  String receive(Spectator by) throws IOException, InterruptedException {
    JsonObject ticket = line.ask(message("request-receive"));
    by.answer(post(ticket.getString("url"), by.offer()));
    return ticket.getString("stream");
  }

  /**
   * Says what that connection receives.
   *
   * @param heights of the pictures that are seen, in points, by stream; each has a slot
   * @param sounds the streams that may be heard
   */
  void assign(String receiver, Map<String, Integer> heights, List<String> sounds) {
    JsonArrayBuilder pictures = Json.createArrayBuilder();
    int slot = 0;
    for (Map.Entry<String, Integer> picture : heights.entrySet()) {
      pictures.add(
          Json.createObjectBuilder()
              .add("slot", Integer.toString(slot++))
              .add("stream", picture.getKey())
              .add("height", picture.getValue()));
    }
    line.ask(
        message("assign-streams")
            .add("receiver", receiver)
            .add("pictures", pictures)
            .add("sounds", Json.createArrayBuilder(sounds)));
  }

  /** The answer to the offer. */
  private String post(String door, String sdp) throws IOException, InterruptedException {
    HttpRequest offer =
        HttpRequest.newBuilder(site.resolve(door))
            .header("Content-Type", "application/sdp")
            .POST(HttpRequest.BodyPublishers.ofString(sdp))
            .build();
    HttpResponse<String> answer = HTTP.send(offer, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private void told(JsonObject message) {
    if (message.getString("type").equals("layers-wanted")) {
      List<JsonString> names = message.getJsonArray("layers").getValuesAs(JsonString.class);
      Set<String> wanted = names.stream().map(JsonString::getString).collect(Collectors.toSet());
      if (small.isEmpty()) {
        sender.want(wanted);
      } else if (wanted.contains(SMALL) && !sendsSmall) {
        sendsSmall = true;
        CompletableFuture.runAsync(this::publishSmall);
      }
    }
  }

  /** Not on the line's own thread, which brings the answer. */
  private void publishSmall() {
    try {
      publish("camera-small", small.orElseThrow());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says something, or no longer, which pages tell the others. */
  void speak(boolean now) {
    if (speaking != now) {
      speaking = now;
      sender.talk(now);
      line.send(message("speaking").add("speaking", now));
    }
  }

  /** To be called every 10 s. */
  void ping() {
    line.send(message("ping"));
  }

  @Override
  public void close() {
    line.close();
  }
}
