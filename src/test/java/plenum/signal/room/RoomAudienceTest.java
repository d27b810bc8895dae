package plenum.signal.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.media.PlaceKind;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.SignalSettings;
import plenum.signal.protocol.Client;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.protocol.Topic;
import plenum.signal.protocol.Topics;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;
import plenum.text.Texts;

class RoomAudienceTest {

  private static final SignalSettings SETTINGS =
      new SignalSettings(Duration.ZERO, 1024, 50, 100, 2, 8, 100_000, Duration.ofSeconds(35));

  private final ManualTimers timers = new ManualTimers();
  private final MessageCodec codec = new MessageCodec();
  private final Rooms rooms = RoomsForTests.rooms(timers, event -> {});
  private final Connections connections = new Connections();

  /** No snapshot is made here, so that nobody asks for stages, gestures, text and nodes. */
  private final RoomTopics topics =
      new RoomTopics(
          rooms,
          null,
          null,
          null,
          null,
          List.of(),
          room -> List.of(),
          new Topics(codec, timers, SETTINGS));

  private final RoomAudience audience = new RoomAudience(topics, connections);
  private final List<String> told = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private RoomId room(String name) {
    return rooms.create(Actors.known("Host"), new RoomName(name), PlaceKind.GROUP).id();
  }

  private Connection connected(String name) {
    Client client =
        new Client(
            Actors.id(name),
            () -> DisplayName.of(name),
            1,
            "page",
            InetAddress.getLoopbackAddress(),
            Texts.of(Locale.ENGLISH));
    Connection connection = new Connection(client, codec, new Outbox(8, 100_000, new Wire(name)));
    connections.add(new Caller(connection, null));
    connection.welcome("welcome");
    told.clear();
    texts.clear();
    return connection;
  }

  private final class Wire implements Outbox.Wire {
    private final String name;

    private Wire(String name) {
      this.name = name;
    }

    @Override
    public void send(String text, Runnable done) {
      told.add(name);
      texts.add(text);
      done.run();
    }

    @Override
    public void close(CloseCode code) {}
  }

  private void see(Connection connection, RoomId room) {
    topics.snapshot(connection, topics.enter(connection, room), OptionalLong.empty());
  }

  private List<String> toldIn(RoomId room) {
    told.clear();
    audience.tell(room, new ServerMessage.Done(OptionalLong.empty()));
    return told.stream().sorted().toList();
  }

  @Test
  void isEverybodyWhoSeesTheRoomAndNobodyElse() {
    RoomId room = room("Here");
    see(connected("Ada"), room);
    see(connected("Grace"), room);
    see(connected("Alan"), room("There"));
    connected("Edsger");

    assertEquals(List.of("Ada", "Grace"), toldIn(room));
  }

  @Test
  void isNobodyWhoWent() {
    RoomId room = room("Here");
    Connection ada = connected("Ada");
    see(ada, room);
    see(connected("Grace"), room);

    topics.leave(ada);

    assertEquals(List.of("Grace"), toldIn(room));
  }

  @Test
  void isToldWhyWhatItAskedForComesNoMore() {
    RoomId room = room("Here");
    Connection ada = connected("Ada");
    Topic<RoomEntry> topic = topics.enter(ada, room);
    topics.snapshot(ada, topic, OptionalLong.of(7));
    ada.unfollow(topic, RoomTopics.gone());
    assertEquals(List.of("Ada"), told);
    assertTrue(texts.get(0).contains("\"code\":\"no-such-room\""), texts.get(0));
    assertTrue(texts.get(0).endsWith("\"request\":7}"), texts.get(0));

    see(ada, room);
    topics.leave(ada);
    assertEquals(List.of("Ada"), told, "nobody waits for an answer");
  }

  @Test
  void isToldWhatBecameOfARoomThatWasForgottenInBetween() {
    RoomId room = room("Here");
    Connection ada = connected("Ada");
    Topic<RoomEntry> topic = topics.enter(ada, room);
    topics.forget(room);
    topics.snapshot(ada, topic, OptionalLong.of(7));
    assertTrue(texts.get(0).contains("\"code\":\"no-such-room\""), texts.toString());
  }

  @Test
  void isToldThatItCameIntoAnotherRoomMeanwhile() {
    Connection ada = connected("Ada");
    topics.snapshot(ada, topics.enter(ada, room("Here")), OptionalLong.of(7));
    topics.snapshot(ada, topics.enter(ada, room("There")), OptionalLong.of(8));
    assertTrue(texts.get(0).contains("\"code\":\"not-in-a-room\""), texts.toString());
    assertTrue(texts.get(0).endsWith("\"request\":7}"), texts.toString());
  }

  @Test
  void isNobodyWhereNobodyEverCame() {
    assertEquals(List.of(), toldIn(room("Empty")));
  }
}
