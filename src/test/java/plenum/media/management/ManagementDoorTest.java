package plenum.media.management;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.media.doors.DoorFixture.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.http.Query;
import plenum.media.MutableClock;
import plenum.media.StreamId;
import plenum.media.doors.DoorFixture;
import plenum.media.doors.Envelope;
import plenum.media.node.FakeNode;
import plenum.media.node.NodeOffer;

class ManagementDoorTest {

  private static final StreamId CAMERA = new StreamId("group", "abc-camera");

  private final FakeNode node = new FakeNode();
  private final MutableClock clock = new MutableClock();
  private final ByteRates rates = new ByteRates(node, clock::nanoTime);
  private final ManagementDoor door =
      new ManagementDoor(
          node, new Envelope(), new Listing(rates, clock), new Machine("1.2.3-SNAPSHOT"));

  private void publish(StreamId stream) {
    node.publish(new NodeOffer(stream, "v=0", DoorFixture.CLIENT));
  }

  private JsonObject clients(String query) {
    return json(door.clients(Query.parse(query)));
  }

  private JsonObject firstStream() {
    return json(door.streams(Query.parse(""))).getJsonArray("streams").getJsonObject(0);
  }

  @Test
  void tellsPlenumsOwnVersionInSrssShape() {
    JsonObject data = json(door.versions()).getJsonObject("data");
    assertEquals(1, data.getInt("major"));
    assertEquals(2, data.getInt("minor"));
    assertEquals(3, data.getInt("revision"));
    assertEquals("1.2.3-SNAPSHOT", data.getString("version"));
  }

  @Test
  void listsClientsInSrssShape() {
    publish(CAMERA);
    JsonObject client = clients("").getJsonArray("clients").getJsonObject(0);
    assertEquals(
        Set.of(
            "id",
            "vhost",
            "stream",
            "ip",
            "pageUrl",
            "swfUrl",
            "tcUrl",
            "url",
            "name",
            "type",
            "publish",
            "alive",
            "send_bytes",
            "recv_bytes",
            "kbps"),
        client.keySet());
    assertEquals("rtc-publish", client.getString("type"));
    assertEquals("192.0.2.7", client.getString("ip"));
    assertEquals("/group/abc-camera", client.getString("url"));
  }

  @Test
  void listsStreamsInSrssShape() {
    publish(CAMERA);
    JsonObject stream = firstStream();
    assertEquals(
        Set.of(
            "id",
            "name",
            "vhost",
            "app",
            "tcUrl",
            "url",
            "live_ms",
            "clients",
            "frames",
            "send_bytes",
            "recv_bytes",
            "kbps",
            "publish",
            "video",
            "audio"),
        stream.keySet());
    assertTrue(stream.getJsonObject("publish").getBoolean("active"));
    assertEquals("client1", stream.getJsonObject("publish").getString("cid"));
    assertEquals("VP8", stream.getJsonObject("video").getString("codec"));
  }

  @Test
  void showsAWaitedForStreamAsInactive() {
    node.play(new NodeOffer(CAMERA, "v=0", DoorFixture.CLIENT));
    assertEquals(JsonValue.FALSE, firstStream().getJsonObject("publish").get("active"));
  }

  @Test
  void findsAStreamByItsId() {
    publish(CAMERA);
    JsonObject found = json(door.stream(firstStream().getString("id")));
    assertEquals("abc-camera", found.getJsonObject("stream").getString("name"));
  }

  @Test
  void findsAClientByItsId() {
    publish(CAMERA);
    assertEquals("client1", json(door.client("client1")).getJsonObject("client").getString("id"));
  }

  @Test
  void answersUnknownIdsWithSrssCodes() {
    assertEquals(2048, json(door.stream("vid-x")).getInt("code"));
    assertEquals(2049, json(door.client("x")).getInt("code"));
    assertEquals(2049, json(door.kick("x")).getInt("code"));
    assertEquals(200, door.kick("x").status());
  }

  @Test
  void kicks() {
    publish(CAMERA);
    assertEquals(0, json(door.kick("client1")).getInt("code"));
    assertEquals(0, node.clients().size());
  }

  @Test
  void listsTenEntriesUnlessMoreAreAskedFor() {
    for (int i = 0; i < 12; i++) {
      publish(new StreamId("group", "s" + i));
    }
    assertEquals(10, clients("").getJsonArray("clients").size());
    assertEquals(10, clients("count=3").getJsonArray("clients").size());
    assertEquals(12, clients("count=100").getJsonArray("clients").size());
    assertEquals(2, clients("start=10").getJsonArray("clients").size());
    assertEquals(10, clients("count=x&start=-4").getJsonArray("clients").size());
  }

  @Test
  void summarizesInSrssShape() {
    publish(CAMERA);
    JsonObject data = json(door.summaries()).getJsonObject("data");
    assertTrue(data.getBoolean("ok"));
    assertEquals(1, data.getJsonObject("system").getInt("conn_srs"));
    assertEquals(
        ProcessHandle.current().pid(), data.getJsonObject("self").getJsonNumber("pid").longValue());
  }

  @Test
  void measuresBitRatesOverHalfAMinute() {
    publish(CAMERA);
    for (int i = 0; i < 4; i++) {
      rates.count();
      clock.pass(Duration.ofSeconds(10));
    }
    node.receive("client1", 5_000_000);
    JsonObject client = clients("").getJsonArray("clients").getJsonObject(0);
    assertEquals(1000, client.getJsonObject("kbps").getInt("recv_30s"));
  }

  @Test
  void measuresBitRatesWhateverTheComputersClockShows() {
    publish(CAMERA);
    for (int i = 0; i < 4; i++) {
      rates.count();
      clock.set(Duration.ofHours(-1));
      clock.pass(Duration.ofSeconds(10));
    }
    node.receive("client1", 5_000_000);
    JsonObject client = clients("").getJsonArray("clients").getJsonObject(0);
    assertEquals(1000, client.getJsonObject("kbps").getInt("recv_30s"));
  }

  @Test
  void reportsNoBitRateBeforeHalfAMinute() {
    publish(CAMERA);
    rates.count();
    clock.pass(Duration.ofSeconds(10));
    node.receive("client1", 5_000_000);
    JsonObject client = clients("").getJsonArray("clients").getJsonObject(0);
    assertEquals(0, client.getJsonObject("kbps").getInt("recv_30s"));
  }
}
