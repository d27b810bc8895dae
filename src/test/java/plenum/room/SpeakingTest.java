package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.room.RoomRefused.Reason;
import plenum.settings.PresenceSettings;
import plenum.settings.RoomSettings;
import plenum.testing.ManualTimers;

class SpeakingTest {

  private static final Devices ALL = new Devices(true, true, false, false);
  private static final Devices MUTED = new Devices(true, true, false, true);
  private static final Devices NO_MICROPHONE = new Devices(true, false, false, false);
  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualTimers timers = new ManualTimers();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      new InMemoryRooms(
          new RoomSettings(3, 3, 0, Duration.ofSeconds(60)),
          new PresenceSettings(10, 10, Duration.ofSeconds(20), Duration.ofSeconds(4)),
          timers,
          new OpenStreams(),
          events::add);
  private final RoomId room =
      rooms.create(new RoomName("Talk"), RoomKind.GROUP, PersonId.fresh()).id();
  private final Visitor ada =
      new Visitor(SessionId.fresh(), PersonId.fresh(), DisplayName.of("Ada"), "page");

  SpeakingTest() {
    rooms.join(room, ada, ALL);
    events.clear();
  }

  private void says(boolean speaking) {
    rooms.speaks(ada.session(), speaking);
  }

  private boolean speaks() {
    return rooms.isSpeaking(room, ada.id());
  }

  private long told() {
    return events.stream().filter(new SpeakingChanged(room, ada.id())::equals).count();
  }

  @Test
  void isToldOnlyWhenItChanges() {
    says(false);
    assertEquals(List.of(), events);
    says(true);
    says(true);

    assertTrue(speaks());
    assertEquals(List.of(new SpeakingChanged(room, ada.id())), events);
    timers.pass(Duration.ofMinutes(1));
    says(true);
    assertEquals(1, told());
    says(false);
    assertFalse(speaks());
    assertEquals(2, told());
  }

  @Test
  void isToldLaterWhenItChangesTooOften() {
    says(true);
    says(false);
    assertTrue(speaks());
    timers.pass(REST.minus(MOMENT));
    assertTrue(speaks());

    timers.pass(MOMENT);
    assertFalse(speaks());
    assertEquals(2, told());
  }

  @Test
  void isNotToldWhenItChangedBackMeanwhile() {
    says(true);
    says(false);
    says(true);
    timers.pass(Duration.ofMinutes(1));

    assertTrue(speaks());
    assertEquals(1, told());
  }

  @Test
  void isToldFourTimesASecondAtMostAndEndsWithTheLastState() {
    for (int i = 0; i < 1000; i++) {
      says(i % 2 == 0);
      timers.pass(Duration.ofMillis(7));
    }
    assertTrue(told() <= 7 * 4 + 1, "told " + told());
    assertTrue(told() >= 7 * 3, "told " + told());

    says(true);
    timers.pass(REST);
    assertTrue(speaks());
    says(false);
    timers.pass(REST);
    assertFalse(speaks());
  }

  @Test
  void endsAtOnceWithMuting() {
    says(true);
    rooms.updateDevices(ada.session(), MUTED);

    assertFalse(speaks());
    assertEquals(2, told());
    says(true);
    timers.pass(Duration.ofMinutes(1));
    assertFalse(speaks());
    assertEquals(2, told());

    rooms.updateDevices(ada.session(), ALL);
    assertFalse(speaks());
    says(true);
    assertTrue(speaks());
  }

  @Test
  void isNotBelievedWithoutAMicrophone() {
    rooms.updateDevices(ada.session(), NO_MICROPHONE);
    says(true);

    assertFalse(speaks());
    assertEquals(0, told());
  }

  @Test
  void goesOnWhenOnlyTheCameraChanges() {
    says(true);
    rooms.updateDevices(ada.session(), new Devices(true, true, true, false));

    assertTrue(speaks());
    assertEquals(1, told());
  }

  @Test
  void endsWithTheConnection() {
    says(true);
    rooms.disconnected(ada.session(), false);
    assertFalse(speaks());
    assertEquals(2, told());

    Visitor back = new Visitor(SessionId.fresh(), ada.id(), ada.name(), ada.page());
    rooms.join(room, back, ALL);
    timers.pass(REST);
    assertFalse(speaks());
    rooms.speaks(back.session(), true);
    assertTrue(speaks());
  }

  @Test
  void endsWithTheConnectionThatIsReplacedUnnoticed() {
    says(true);
    rooms.join(room, new Visitor(SessionId.fresh(), ada.id(), ada.name(), ada.page()), ALL);

    assertFalse(speaks());
    assertEquals(2, told());
  }

  @Test
  void endsWithThePageAndTheSeat() {
    says(true);
    rooms.disconnected(ada.session(), true);
    assertFalse(speaks());

    Visitor reloaded = new Visitor(SessionId.fresh(), ada.id(), ada.name(), "other page");
    rooms.join(room, reloaded, ALL);
    timers.pass(REST);
    rooms.speaks(reloaded.session(), true);
    events.clear();
    rooms.leave(reloaded.session());
    assertEquals(
        List.of(
            new SpeakingChanged(room, ada.id()), new MemberLeft(room, ada.id(), LeaveReason.LEFT)),
        events);
    timers.pass(Duration.ofMinutes(1));
    assertEquals(2, events.size());
  }

  @Test
  void needsASeat() {
    assertFalse(rooms.isSpeaking(RoomId.fresh(), ada.id()));
    assertEquals(
        Reason.NOT_IN_A_ROOM,
        assertThrows(RoomRefused.class, () -> rooms.speaks(SessionId.fresh(), true)).reason());
  }
}
