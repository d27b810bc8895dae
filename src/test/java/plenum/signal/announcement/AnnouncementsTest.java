package plenum.signal.announcement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.media.PlaceKind;
import plenum.room.Devices;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.signal.protocol.Client;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;
import plenum.text.Texts;

class AnnouncementsTest {

  private final Rooms rooms = RoomsForTests.rooms(new ManualTimers(), event -> {});
  private final Connections connections = new Connections();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();
  private final Announcements announcements =
      new Announcements(connections, rooms, RoomsForTests.rights(), trail::add, nanos::get);
  private final Actor grace = Actors.administrator("Grace");
  private final List<String> told = new ArrayList<>();
  private RoomId room;

  @BeforeEach
  void meet() {
    Actor ada = Actors.known("Ada");
    room = rooms.create(ada, new RoomName("Stand-up"), PlaceKind.GROUP).id();
    rooms.join(ada, room, Devices.NONE);
    connected("Ada");
    connected("Ada");
    connected("Bob");
  }

  private void connected(String name) {
    Client client =
        new Client(
            Actors.id(name),
            () -> DisplayName.of(name),
            1,
            "page",
            InetAddress.getLoopbackAddress(),
            Texts.of(Locale.ENGLISH));
    Connection connection =
        new Connection(client, new MessageCodec(), new Outbox(20, 100_000, new Wire(name)));
    connections.add(new Caller(connection, null));
    connection.welcome("welcome");
    told.clear();
  }

  private final class Wire implements Outbox.Wire {
    private final String name;

    private Wire(String name) {
      this.name = name;
    }

    @Override
    public void send(String text, Runnable done) {
      told.add(name + " " + text);
      done.run();
    }

    @Override
    public void close(CloseCode code) {}
  }

  private static String code(Runnable act) {
    return assertThrows(AnnouncementRefused.class, act::run).code();
  }

  @Test
  void tellsEverybodyOnAllPages() {
    assertEquals(3, announcements.tellAll(grace, " Restart\n at noon. "));
    assertEquals(3, told.size());
    assertTrue(
        told.contains(
            "Bob {\"type\":\"announcement\",\"by\":\"Grace\",\"text\":\"Restart at noon.\"}"),
        told.toString());
    assertEquals("announce", trail.get(0).act());
    assertEquals("Restart at noon.", trail.get(0).detail());
  }

  @Test
  void tellsThoseInARoomAlone() {
    assertEquals(2, announcements.tellRoom(grace, room, "Hello"));
    assertTrue(told.stream().allMatch(one -> one.startsWith("Ada ")), told.toString());
    assertEquals(room.value(), trail.get(0).object());
    assertEquals(
        "nobody-there", code(() -> announcements.tellRoom(grace, new RoomId("none"), "Hello")));
  }

  @Test
  void tellsNothingOfOthersAndNothingThatNobodyCanRead() {
    assertEquals(
        "administrators-only", code(() -> announcements.tellAll(Actors.named("Eve"), "Hi")));
    assertEquals("announcement-invalid", code(() -> announcements.tellAll(grace, "  ")));
    assertEquals("announcement-invalid", code(() -> announcements.tellAll(grace, "x".repeat(301))));
    assertEquals(List.of(), told);
    assertEquals(3, trail.stream().filter(one -> !one.detail().isEmpty()).count());
  }

  @Test
  void tellsAFewAMinute() {
    for (int i = 0; i < Announcements.PER_MINUTE; i++) {
      announcements.tellAll(grace, "Hello");
    }
    assertEquals("too-many-announcements", code(() -> announcements.tellAll(grace, "Hello")));
    nanos.addAndGet(60_000_000_000L);
    assertEquals(3, announcements.tellAll(grace, "Hello"));
  }
}
