package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages measure of a meeting, as it leaves the browser and as operators see it. */
class QualityIT {

  /** Keeps what the page tells of quality. */
  private static final String LISTEN =
      """
      window.told = [];
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (text) {
        String(text).includes('"report-') && window.told.push(text);
        return send.call(this, text);
      };
      """;

  @RegisterExtension final People people = new People();

  @Test
  void pagesTellHowGoodAMeetingIsAndWhatKeepsSomebodyFromIt() {
    String room = people.room(people.roomName("Quality"));
    Person ada = people.newcomer("Ada").startingWith(LISTEN).arrive();
    Person bob = people.newcomer("Bob").startingWith(LISTEN).arrive();
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    bobs.awaitMediaFrom(ada);
    adas.awaitMediaFrom(bob);

    JsonObject seen =
        eventually("a picture told", () -> row(bobs, "video", false), QualityIT::flows).get();
    assertEquals("VP8", seen.getString("codec"));
    assertEquals("udp", seen.getString("way"));
    assertTrue(seen.getInt("frameRate") > 0 && seen.getInt("width") > 0, seen.toString());
    JsonObject sent =
        eventually("a picture sent", () -> row(adas, "video", true), QualityIT::flows).get();
    assertEquals(sent.getString("stream"), seen.getString("stream"));
    JsonObject heard =
        eventually("sound told", () -> row(bobs, "audio", false), QualityIT::flows).get();
    assertEquals("opus", heard.getString("codec"));

    eventually("people in the metrics", () -> metric("people"), people -> people >= 2);

    double before = metric("join_failures");
    people.newcomer("Cem").withoutPermission().arrive().enter(room);
    eventually("who may not use devices", () -> metric("join_failures"), now -> now > before);
    eventually("first pictures", () -> metric("first_frame_seconds_count"), count -> count >= 1);
  }

  private static boolean flows(Optional<JsonObject> row) {
    return row.filter(told -> told.getInt("bitrate") > 0).isPresent();
  }

  /** The first that the page told of such a stream. */
  private static Optional<JsonObject> row(RoomPage page, String kind, boolean sent) {
    List<?> told = (List<?>) page.page().evaluate("told");
    return told.stream()
        .map(text -> Json.createReader(new StringReader((String) text)).readObject())
        .filter(message -> message.getString("type").equals("report-quality"))
        .flatMap(message -> message.getJsonArray("streams").getValuesAs(JsonObject.class).stream())
        .filter(row -> row.getString("kind").equals(kind))
        .filter(row -> row.getBoolean("sent", false) == sent)
        .findFirst();
  }

  /** All of this name together. */
  private double metric(String name) {
    Matcher found =
        Pattern.compile("(?m)^plenum_quality_" + name + "(?:\\{[^\n]*})? ([0-9.E]+)")
            .matcher(metrics());
    return found.results().mapToDouble(each -> Double.parseDouble(each.group(1))).sum();
  }

  private String metrics() {
    URI address = people.server().url("/metrics?scope=application");
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
