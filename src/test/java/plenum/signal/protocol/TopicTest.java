package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.room.RoomRefused;
import plenum.signal.lobby.LobbyAnswer;
import plenum.signal.lobby.LobbyChange;
import plenum.signal.lobby.LobbyState;
import plenum.signal.room.RoomView;
import plenum.signal.wire.Outbox;
import plenum.testing.ManualTimers;

class TopicTest {

  private static final Duration BATCH = Duration.ofMillis(20);
  private static final Duration SOON = Duration.ofMillis(2);
  private static final ServerMessage HEAD = new LobbyAnswer.Lobby(OptionalLong.of(1));

  /** A room as an entry. */
  private record Listed(RoomView room) implements Entry {

    @Override
    public Change appeared() {
      return new LobbyChange.RoomCreated(room);
    }

    @Override
    public Change changed() {
      return new LobbyChange.RoomUpdated(room);
    }

    @Override
    public Change gone(String reason) {
      return new LobbyChange.RoomDeleted(room.id());
    }
  }

  /** What is listed now, by hand. */
  private static final class Source implements TopicSource<Listed> {
    private final Map<String, Listed> now = new LinkedHashMap<>();
    private int encodings;
    private boolean remembered = true;
    private boolean secret;

    @Override
    public void admit(Supplier<Actor> follower) {
      if (secret) {
        throw new RoomRefused(RoomRefused.Reason.NOT_IN_A_ROOM, "not-in-a-room.any-more");
      }
    }

    @Override
    public boolean isRemembered() {
      return remembered;
    }

    void put(String id, int members) {
      now.put(
          id,
          new Listed(
              new RoomView(
                  id,
                  Optional.of("Room " + id),
                  "group",
                  Optional.empty(),
                  Optional.empty(),
                  members,
                  Optional.empty(),
                  Optional.empty())));
    }

    @Override
    public Map<String, Listed> all() {
      return now;
    }

    @Override
    public Optional<Listed> now(String key) {
      return Optional.ofNullable(now.get(key));
    }

    @Override
    public String name() {
      return "lobby";
    }

    @Override
    public Record snapshot(long seq, Collection<Listed> views) {
      encodings++;
      return new LobbyState(seq, views.stream().map(Listed::room).toList(), List.of());
    }
  }

  /** A page that applies what it is told, as the protocol asks it to. */
  private static final class Page implements Follower {
    private final List<JsonObject> received = new ArrayList<>();
    private final Map<String, Integer> rooms = new LinkedHashMap<>();
    private long seq;

    @Override
    public void answer(Topic<?> topic, ServerMessage head, String text) {
      deliver(topic, text);
    }

    @Override
    public void deliver(Topic<?> topic, String text) {
      try (var reader = Json.createReader(new StringReader(text))) {
        JsonObject message = reader.readObject();
        received.add(message);
        if (message.getString("type").equals("lobby")) {
          seq = message.getInt("seq");
          rooms.clear();
          message.getJsonArray("rooms").getValuesAs(JsonObject.class).forEach(this::put);
        } else {
          assertEquals(seq + 1, message.getInt("seq"));
          seq++;
          message.getJsonArray("changes").getValuesAs(JsonObject.class).forEach(this::apply);
        }
      }
    }

    private void apply(JsonObject change) {
      if (change.getString("change").equals("room-deleted")) {
        rooms.remove(change.getString("id"));
      } else {
        put(change.getJsonObject("room"));
      }
    }

    private void put(JsonObject room) {
      rooms.put(room.getString("id"), room.getInt("members"));
    }
  }

  private final ManualTimers timers = new ManualTimers();
  private final Source source = new Source();
  private final MessageCodec codec =
      new MessageCodec() {
        @Override
        String encodeChanges(String topic, long seq, List<? extends Change> changes) {
          source.encodings++;
          return super.encodeChanges(topic, seq, changes);
        }
      };
  private final Topic<Listed> topic = new Topic<>(source, codec, timers, BATCH, timers::nanoTime);
  private final Page page = new Page();

  private void follow() {
    topic.follow(page, HEAD);
    timers.pass(BATCH);
  }

  private void put(String id, int members) {
    source.put(id, members);
    topic.touch(id);
  }

  @Test
  void beginsWithASnapshot() {
    source.put("a", 1);
    follow();

    assertEquals(Map.of("a", 1), page.rooms);
    assertEquals(1, page.received.get(0).getInt("request"));
  }

  @Test
  void tellsTheFirstChangeSoon() {
    follow();
    put("a", 1);
    timers.pass(SOON);

    assertEquals(Map.of("a", 1), page.rooms);
  }

  @Test
  void tellsWhatComesSoonAfterTogether() {
    follow();
    put("a", 1);
    timers.pass(SOON);
    put("b", 1);
    put("c", 1);
    put("b", 2);
    timers.pass(SOON);
    assertEquals(2, page.received.size());

    timers.pass(BATCH);
    assertEquals(3, page.received.size());
    assertEquals(2, page.received.get(2).getJsonArray("changes").size());
    assertEquals(Map.of("a", 1, "b", 2, "c", 1), page.rooms);
  }

  @Test
  void tellsNothingWhenNothingChanged() {
    follow();
    put("a", 1);
    timers.pass(BATCH);
    topic.touch("a");
    source.put("b", 1);
    source.now.remove("b");
    topic.touch("b");
    timers.pass(BATCH);

    assertEquals(2, page.received.size());
  }

  @Test
  void tellsWhatWasTouchedWholeWhereItRemembersNothing() {
    source.remembered = false;
    follow();
    put("a", 1);
    timers.pass(BATCH);
    topic.touch("a");
    topic.touch("gone");
    timers.pass(BATCH);

    assertEquals(3, page.received.size());
    assertEquals(1, page.received.get(2).getJsonArray("changes").size());
    assertEquals(Map.of("a", 1), page.rooms);
  }

  @Test
  void tellsWhatIsGone() {
    source.put("a", 1);
    follow();
    source.now.remove("a");
    topic.touch("a", "left");
    timers.pass(BATCH);

    assertTrue(page.rooms.isEmpty());
  }

  @Test
  void givesALateComerASnapshotThatGoesOnWithoutAGap() {
    follow();
    put("a", 1);
    Page late = new Page();
    topic.follow(late, HEAD);
    put("b", 1);
    timers.pass(BATCH);
    put("c", 1);
    timers.pass(BATCH);

    assertEquals(page.rooms, late.rooms);
    assertEquals(3, late.rooms.size());
  }

  @Test
  void givesWhoJoinsASnapshotTogetherWithTheChangeThatThatIs() {
    follow();
    put("a", 1);
    Page joining = new Page();
    topic.follow(joining, HEAD);
    timers.pass(SOON);

    assertEquals(Map.of("a", 1), joining.rooms);
  }

  @Test
  void encodesOnceForEverybody() {
    List<Page> pages = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      pages.add(new Page());
      topic.follow(pages.get(i), HEAD);
    }
    timers.pass(BATCH);
    put("a", 1);
    timers.pass(BATCH);

    assertEquals(2, source.encodings);
    assertTrue(pages.stream().allMatch(p -> p.rooms.equals(Map.of("a", 1))));
  }

  @Test
  void tellsAgainWhoComesBackAfterChangesThatNobodySaw() {
    follow();
    topic.unfollow(page);
    put("a", 1);
    timers.pass(BATCH);
    follow();

    assertEquals(Map.of("a", 1), page.rooms);
    put("a", 2);
    timers.pass(BATCH);
    assertEquals(Map.of("a", 2), page.rooms);
  }

  @Test
  void answersAResyncByASnapshot() {
    follow();
    put("a", 1);
    timers.pass(BATCH);
    page.rooms.clear();
    follow();

    assertEquals(Map.of("a", 1), page.rooms);
  }

  @Test
  void sendsNothingToWhoDoesNotFollowAnyMore() {
    follow();
    Page other = new Page();
    topic.follow(other, HEAD);
    timers.pass(BATCH);
    topic.unfollow(page);
    put("a", 1);
    timers.pass(BATCH);

    assertEquals(1, page.received.size());
    assertEquals(2, other.received.size());
  }

  @Test
  void tellsWhoWaitsForASnapshotThatItNeverComes() {
    List<String> sent = new ArrayList<>();
    Connection connection = connection(sent);
    RoomRefused why = new RoomRefused(RoomRefused.Reason.NO_SUCH_ROOM, "no-such-room.any-more");
    connection.follow(topic, HEAD);
    connection.deliver(topic, "{}");
    connection.unfollow(topic, why);
    connection.unfollow(topic, why);
    assertEquals(2, sent.size(), "a change is no snapshot: " + sent);
    assertTrue(sent.get(1).contains("no-such-room"), sent.toString());

    connection.follow(topic, HEAD);
    timers.pass(BATCH);
    connection.unfollow(topic, why);
    assertEquals(3, sent.size(), "it has come: " + sent);
  }

  @Test
  void tellsNobodyWhoMayNotBeToldAnyMore() {
    List<String> sent = new ArrayList<>();
    Connection connection = connection(sent);
    connection.follow(topic, HEAD);
    timers.pass(BATCH);
    source.secret = true;
    put("a", 1);
    timers.pass(BATCH);
    assertEquals(1, sent.size(), sent.toString());
    assertFalse(connection.follows(topic));

    connection.follow(topic, HEAD);
    timers.pass(BATCH);
    assertEquals(2, sent.size(), sent.toString());
    assertTrue(sent.get(1).contains("not-in-a-room"), sent.toString());
  }

  private static Connection connection(List<String> sent) {
    Connection connection =
        new Connection(
            Clients.ada(),
            new MessageCodec(),
            new Outbox(8, 100_000, new KeptWire(sent, new ArrayList<>())));
    connection.welcome("{}");
    sent.clear();
    return connection;
  }
}
