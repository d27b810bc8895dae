package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** A thousand rooms of one person, with options of all kinds, as a server tells of them. */
final class ManyRooms {

  private static final int COUNT = 1000;
  private static final int AT_A_TIME = 100;
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(20));

  /** What a server needs so that one person can make them at once. */
  static final Map<String, String> SETTINGS =
      Map.of(
          "plenum.rooms.max", "2000",
          "plenum.rooms.per-person", "2000",
          "plenum.rooms.per-address", "2000",
          "plenum.pace.rooms-per-person", "100000",
          "plenum.pace.messages-per-person", "100000",
          "plenum.signal.rate", "100000",
          "plenum.signal.burst", "100000");

  private final PlenumServer server;
  private final Browser owner;
  private Map<String, JsonObject> rooms = Map.of();
  private Map<String, JsonObject> options = Map.of();

  ManyRooms(PlenumServer server, Browser owner) {
    this.server = server;
    this.owner = owner;
  }

  private static String options(int number) {
    return switch (number % 5) {
      case 0 -> "\"access\":\"members\",\"groups\":[\"staff\",\"Übersee %d\"]".formatted(number);
      case 1 -> "\"lobby\":true,\"idle\":%d,\"most\":5,\"messageDays\":3".formatted(number + 500);
      case 2 -> "\"hidden\":true,\"share\":\"moderators\",\"invite\":\"moderators\"";
      case 3 -> "\"locked\":true,\"speak\":\"moderators\",\"ends\":\"" + LATER + "\"";
      default -> "\"access\":\"open\"";
    };
  }

  /** Makes them. */
  void make() {
    try (SignalClient client = SignalClient.connect(server, owner)) {
      client.await("welcome");
      List<String> creations =
          numbers().stream()
              .map(i -> "\"create-room\",\"name\":\"Room %04d\"".formatted(i))
              .toList();
      List<JsonObject> made = answers(client, creations);
      List<String> changes =
          numbers().stream()
              .map(
                  i ->
                      "\"set-room-options\",\"room\":\"%s\",\"options\":{%s}"
                          .formatted(made.get(i).getJsonObject("room").getString("id"), options(i)))
              .toList();
      answers(client, changes)
          .forEach(one -> assertEquals("room-options", one.getString("type"), one.toString()));
    }
    rooms = listed();
    options = asked();
    assertEquals(COUNT, options.size());
    assertEquals(5, options.values().stream().map(ManyRooms::kind).distinct().count());
  }

  /** What of options differs from kind to kind. */
  private static String kind(JsonObject one) {
    return one.getBoolean("lobby")
        + one.getString("access")
        + one.getString("share")
        + one.get("locked");
  }

  private static List<Integer> numbers() {
    return IntStream.range(0, COUNT).boxed().toList();
  }

  /** In the order of the requests. */
  private static List<JsonObject> answers(SignalClient client, List<String> requests) {
    Map<Integer, JsonObject> answers = new TreeMap<>();
    for (int from = 0; from < requests.size(); from += AT_A_TIME) {
      int end = Math.min(requests.size(), from + AT_A_TIME);
      for (int i = from; i < end; i++) {
        client.send("{\"request\":%d,\"type\":%s}".formatted(i + 1, requests.get(i)));
      }
      for (int i = from; i < end; i++) {
        JsonObject answer = client.await(one -> one.getInt("request", 0) > 0);
        answers.put(answer.getInt("request"), answer);
      }
    }
    return List.copyOf(answers.values());
  }

  /** As the lobby, and the owner's list of hidden ones, show them. */
  private Map<String, JsonObject> listed() {
    try (SignalClient client = SignalClient.connect(server, owner)) {
      client.send("{\"type\":\"watch-lobby\"}");
      Map<String, JsonObject> lists = new TreeMap<>();
      client.await(
          one -> {
            lists.put(one.getString("type"), one);
            return lists.keySet().containsAll(List.of("lobby", "hidden-rooms"));
          });
      Map<String, JsonObject> all = new TreeMap<>();
      for (String type : List.of("lobby", "hidden-rooms")) {
        lists.get(type).getJsonArray("rooms").getValuesAs(JsonObject.class).stream()
            .filter(one -> one.getString("name", "").startsWith("Room "))
            .forEach(one -> all.put(one.getString("id"), one));
      }
      return all;
    }
  }

  private Map<String, JsonObject> asked() {
    try (SignalClient client = SignalClient.connect(server, owner)) {
      List<String> questions =
          rooms.keySet().stream()
              .map(id -> "\"get-room-options\",\"room\":\"%s\"".formatted(id))
              .toList();
      return answers(client, questions).stream()
          .collect(
              Collectors.toMap(one -> one.getString("room"), one -> one.getJsonObject("options")));
    }
  }

  /** All are there, each as it was. */
  void areThere() {
    Map<String, JsonObject> before = rooms;
    Map<String, JsonObject> optionsBefore = options;
    rooms = listed();
    options = asked();
    assertEquals(before, rooms);
    assertEquals(optionsBefore, options);
  }
}
