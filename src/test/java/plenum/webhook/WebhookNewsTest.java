package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.call.Call;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallId;
import plenum.call.CallState;
import plenum.call.Party;
import plenum.identity.Actor;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.presence.Presence;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberJoined;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.RoomCreated;
import plenum.room.RoomEvent.RoomDeleted;
import plenum.room.RoomEvent.Seated;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class WebhookNewsTest {

  private static final RoomId HALL = new RoomId("hall");
  private static final RoomId CALL = new RoomId("call");

  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.administrator("Grace");
  private final Map<RoomId, RoomSummary> known = new HashMap<>();
  private final List<JsonObject> told = new ArrayList<>();
  private final WebhookNews news;

  WebhookNewsTest() {
    Webhooks webhooks =
        new Webhooks(
            new MemoryWebhookStore(),
            actor -> true,
            entry -> {},
            Lanes.around(
                Lanes.settings(1, 100, 1, List.of()),
                (address, headers, body) -> take(body),
                new ManualTimers(),
                Runnable::run));
    webhooks.make(grace, "https://receiver.example/", Set.of(WebhookEvent.values()));
    news = new WebhookNews(() -> webhooks, rooms(), presence());
    known.put(HALL, room(HALL, Optional.of(new RoomName("Hall")), PlaceKind.GROUP));
    known.put(CALL, room(CALL, Optional.empty(), PlaceKind.CALL));
  }

  private Answer take(String body) {
    try (var reader = Json.createReader(new StringReader(body))) {
      told.add(reader.readObject());
    }
    return new Answer(204, "");
  }

  private static RoomSummary room(RoomId id, Optional<RoomName> name, PlaceKind kind) {
    Place place = new Place(kind, id.value());
    return new RoomSummary(id, name, kind, Optional.empty(), place, 1, Optional.empty(), false);
  }

  private Rooms rooms() {
    return stub(Rooms.class, id -> Optional.ofNullable(known.get(id)));
  }

  private Presence presence() {
    return stub(
        Presence.class,
        person -> person.equals(ada.person()) ? Optional.of(ada.name()) : Optional.empty());
  }

  private interface Reply {
    Object to(Object question);
  }

  /** Answers the only question that is asked of it. */
  private static <T> T stub(Class<T> type, Reply reply) {
    Object stub =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> reply.to(arguments[0]));
    return type.cast(stub);
  }

  private List<String> types() {
    return told.stream().map(one -> one.getString("type")).toList();
  }

  private JsonObject data(int index) {
    return told.get(index).getJsonObject("data");
  }

  @Test
  void tellsOfARoomAndItsPeople() {
    news.opened(new RoomCreated(HALL));
    news.joined(new MemberJoined(HALL, ada.person()));
    news.left(new MemberLeft(HALL, ada.person(), LeaveReason.LOST));
    assertEquals(List.of("room.opened", "person.joined", "person.left"), types());
    assertEquals(
        "{\"room\":{\"id\":\"hall\",\"name\":\"Hall\",\"kind\":\"group\",\"people\":1}}",
        data(0).toString());
    assertEquals("Ada", data(1).getJsonObject("person").getString("name"));
    assertEquals(ada.person().value(), data(2).getJsonObject("person").getString("id"));
    assertEquals("lost", data(2).getString("reason"));
  }

  @Test
  void tellsWhoLeftWithARoom() {
    news.joined(new MemberJoined(HALL, ada.person()));
    known.remove(HALL);
    Seated inside = new Seated(ada.person(), ada.session());
    Seated waiting = new Seated(grace.person(), grace.session());
    news.closed(
        new RoomDeleted(
            HALL, new RoomName("Hall"), Optional.of(grace.name()), List.of(inside, waiting)));
    assertEquals(List.of("person.joined", "person.left", "room.closed"), types());
    assertEquals("closed", data(1).getString("reason"));
    assertEquals("Grace", data(2).getString("by"));
  }

  @Test
  void tellsNobodyWhoIsInACallButThatItIsOver() {
    news.joined(new MemberJoined(CALL, ada.person()));
    news.left(new MemberLeft(CALL, ada.person(), LeaveReason.LEFT));
    known.remove(CALL);
    news.left(new MemberLeft(CALL, ada.person(), LeaveReason.LEFT));
    assertEquals(List.of(), types());
    news.over(
        new CallOver(
            new Call(
                CallId.fresh(),
                CallState.MISSED,
                new Party(ada.person(), ada.name()),
                new Party(grace.person(), grace.name()),
                CALL,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                Optional.empty())));
    assertEquals(List.of("call.ended"), types());
    JsonObject call = data(0).getJsonObject("call");
    assertEquals("missed", call.getString("outcome"));
    assertEquals("Grace", call.getJsonObject("to").getString("name"));
  }

  /** A call became a room: who is inside has joined no room, but leaves one. */
  @Test
  void tellsWhoLeavesARoomThatWasACall() {
    news.joined(new MemberJoined(CALL, ada.person()));
    known.put(CALL, room(CALL, Optional.of(new RoomName("Group")), PlaceKind.GROUP));
    news.left(new MemberLeft(CALL, ada.person(), LeaveReason.LEFT));
    assertEquals(List.of("person.left"), types());
    assertEquals("Ada", data(0).getJsonObject("person").getString("name"));
  }
}
