package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.Seat.Right;
import plenum.media.StreamId;
import plenum.testing.Waiting;

/** What the management API lists, and the kick. */
@AgainstEveryTarget
class ListsContractIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A page of SRS's lists has ten entries unless more are asked for. */
  private static final int PAGE = 10;

  private final Target target;
  private final Door door;

  @RegisterExtension final Parties parties;

  private Seat ada;
  private Right right;
  private Peer publisher;
  private Peer player;

  ListsContractIT(Target target) {
    this.target = target;
    this.door = new Door(target.server());
    this.parties = new Parties(target.server());
  }

  /** Ada publishes, and somebody plays it. */
  private StreamId aStreamIsPlayed() {
    ada = parties.seat();
    right = ada.publish();
    publisher = parties.peer();
    publisher.publish(right.url());
    player = parties.peer();
    player.play(parties.besides(ada).play(right.stream()));
    player.awaitMedia();
    return right.stream();
  }

  private Lists awaitLists(String what, Predicate<Lists> condition) {
    return Waiting.until(
        what, target.differences().listsAge().plus(PATIENCE), () -> Lists.of(door), condition);
  }

  @Test
  void listTheStreamAndItsSessions() {
    StreamId stream = aStreamIsPlayed();

    Lists lists =
        awaitLists(
            "the stream with its bytes",
            now ->
                now.player(stream).isPresent()
                    && now.stream(stream).filter(ListsContractIT::hasBytes).isPresent());

    JsonObject listed = lists.stream(stream).orElseThrow();
    JsonObject publishing = lists.publisher(stream).orElseThrow();
    JsonObject playing = lists.player(stream).orElseThrow();
    assertEquals("group", listed.getString("app"));
    assertEquals(stream.path(), listed.getString("url"));
    assertEquals(2, listed.getInt("clients"));
    assertTrue(listed.getJsonObject("publish").getBoolean("active"));
    assertEquals(publishing.getString("id"), listed.getJsonObject("publish").getString("cid"));
    assertEquals("Opus", listed.getJsonObject("audio").getString("codec"));
    assertEquals(
        target.differences().preferred(), listed.getJsonObject("video").getString("codec"));
    assertEquals("rtc-publish", publishing.getString("type"));
    assertEquals("rtc-play", playing.getString("type"));
    for (JsonObject session : new JsonObject[] {publishing, playing}) {
      assertTrue(isLoopback(session.getString("ip")), session.getString("ip"));
      assertEquals(listed.getString("id"), session.getString("stream"));
      assertTrue(session.getJsonNumber("alive").doubleValue() >= 0);
    }
  }

  private static boolean isLoopback(String address) {
    return List.of("127.0.0.1", "0:0:0:0:0:0:0:1").contains(address);
  }

  private static boolean hasBytes(JsonObject stream) {
    return stream.getJsonObject("publish").getBoolean("active")
        && stream.getJsonNumber("recv_bytes").longValue() > 0
        && stream.getInt("clients") == 2;
  }

  @Test
  void findOneByItsId() {
    StreamId stream = aStreamIsPlayed();
    Lists lists = awaitLists("the player", now -> now.player(stream).isPresent());
    String id = lists.player(stream).orElseThrow().getString("id");
    String streamId = lists.stream(stream).orElseThrow().getString("id");

    JsonObject client = door.manage("GET", "/api/v1/clients/" + id).getJsonObject("client");
    JsonObject found = door.manage("GET", "/api/v1/streams/" + streamId).getJsonObject("stream");

    assertEquals(id, client.getString("id"));
    assertEquals(stream.name(), found.getString("name"));
    assertEquals(2049, door.manage("GET", "/api/v1/clients/nobody").getInt("code"));
    assertEquals(2048, door.manage("GET", "/api/v1/streams/nothing").getInt("code"));
  }

  @Test
  void haveTenEntriesUnlessMoreAreAskedFor() {
    Seat host = parties.seat();
    for (int i = 0; i < PAGE + 1; i++) {
      Seat guest = parties.besides(host);
      assertEquals(201, door.offer(guest.publish().url(), Door.OFFER).statusCode());
    }

    awaitLists("more than ten sessions", now -> now.clients().size() > PAGE);

    assertEquals(PAGE, door.manage("GET", "/api/v1/clients/").getJsonArray("clients").size());
    int all = door.manage("GET", "/api/v1/clients/?count=1000").getJsonArray("clients").size();
    int rest =
        door.manage("GET", "/api/v1/clients/?start=10&count=1000").getJsonArray("clients").size();
    assertTrue(rest >= 1 && rest < all, rest + " of " + all);
  }

  @Test
  void kickAPublisher() {
    StreamId stream = aStreamIsPlayed();
    String id = awaitSession(now -> now.publisher(stream));

    assertEquals(0, door.manage("DELETE", "/api/v1/clients/" + id).getInt("code"));

    Waiting.until("the end", PATIENCE, () -> ada.onAir(stream), Optional::isEmpty);
    awaitLists("lists without it", now -> now.publisher(stream).isEmpty());
    assertEquals("connected", player.received().state(), "a player waits for the next publisher");
    assertEquals(2049, door.manage("DELETE", "/api/v1/clients/" + id).getInt("code"));
    assertEquals(201, parties.peer().publish(ada.publish().url()).status());
    player.awaitMedia();
  }

  @Test
  void kickAPlayer() {
    StreamId stream = aStreamIsPlayed();
    String id = awaitSession(now -> now.player(stream));

    assertEquals(0, door.manage("DELETE", "/api/v1/clients/" + id).getInt("code"));

    player.awaitSilence();
    awaitLists("lists without it", now -> now.player(stream).isEmpty());
    assertTrue(ada.onAir(stream).isPresent());
  }

  private String awaitSession(java.util.function.Function<Lists, Optional<JsonObject>> which) {
    Lists lists = awaitLists("the session", now -> which.apply(now).isPresent());
    return which.apply(lists).orElseThrow().getString("id");
  }
}
