package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomEvent.MemberLeft;
import plenum.room.RoomEvent.SpeakingChanged;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class SpeakingTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final Devices MUTED = Devices.of(true, true, false, true);
  private static final Devices NO_MICROPHONE = Devices.of(true, false, false, false);
  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final ManualTimers timers = new ManualTimers();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(3, 3, 0, Duration.ofSeconds(60)),
          timers,
          new OpenStreams(),
          events::add);
  private final RoomId room =
      rooms.create(Actors.named("Owner"), new RoomName("Talk"), PlaceKind.GROUP).id();
  private final Actor ada = Actors.named("Ada");

  SpeakingTest() {
    rooms.join(ada, room, ALL);
    events.clear();
  }

  private void says(boolean speaking) {
    rooms.speaks(ada, speaking);
  }

  private boolean speaks() {
    return rooms.isSpeaking(room, ada.person());
  }

  private long told() {
    return events.stream().filter(new SpeakingChanged(room, ada.person())::equals).count();
  }

  @Test
  void isToldOnlyWhenItChanges() {
    says(false);
    assertEquals(List.of(), events);
    says(true);
    says(true);

    assertTrue(speaks());
    assertEquals(List.of(new SpeakingChanged(room, ada.person())), events);
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
    rooms.updateDevices(ada, MUTED);

    assertFalse(speaks());
    assertEquals(2, told());
    says(true);
    timers.pass(Duration.ofMinutes(1));
    assertFalse(speaks());
    assertEquals(2, told());

    rooms.updateDevices(ada, ALL);
    assertFalse(speaks());
    says(true);
    assertTrue(speaks());
  }

  @Test
  void endsWhenTheMicrophoneIsBlocked() {
    says(true);
    rooms.updateDevices(ada, new Devices(true, true, false, false, false, true));

    assertFalse(speaks());
    assertEquals(2, told());
    says(true);
    timers.pass(Duration.ofMinutes(1));
    assertFalse(speaks());
  }

  @Test
  void endsWhenTheStreamLeavesTheAir() {
    StreamId camera = rooms.publish(ada, "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    says(true);
    assertTrue(speaks());

    rooms.unpublished(camera);
    assertFalse(speaks());
    assertEquals(2, told());

    rooms.published(new OnAir(rooms.publish(ada, "camera"), true, true, "VP8"));
    timers.pass(REST);
    says(true);
    assertTrue(speaks());
  }

  @Test
  void whatTheMediaNodeHearsCountsAndNotWhatThePageSays() {
    StreamId camera = rooms.publish(ada, "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    says(true);
    assertTrue(speaks(), "the node hears nothing by itself yet");
    timers.pass(REST);
    rooms.voiceHeard(camera, false);
    assertFalse(speaks());
    timers.pass(REST);
    says(true);
    timers.pass(REST);
    assertFalse(speaks());
    rooms.voiceHeard(camera, true);
    assertTrue(speaks());
    says(false);
    timers.pass(REST);
    assertTrue(speaks());

    rooms.unpublished(camera);
    assertFalse(speaks());
    timers.pass(REST);
    says(true);
    assertTrue(speaks(), "nothing is heard of it any more");
  }

  @Test
  void aVoiceThatIsHeardOverAMuteIsThereAfterIt() {
    StreamId camera = rooms.publish(ada, "camera");
    rooms.published(new OnAir(camera, true, true, "VP8"));
    rooms.voiceHeard(camera, true);
    rooms.updateDevices(ada, MUTED);
    assertFalse(speaks());
    timers.pass(REST);
    rooms.updateDevices(ada, ALL);
    assertTrue(speaks());
  }

  @Test
  void noVoiceIsHeardOfAScreenOrAStreamOfNobody() {
    rooms.voiceHeard(new StreamId("group", "nobody-camera"), true);
    assertFalse(speaks());
    assertEquals(List.of(), events);
  }

  @Test
  void isNotBelievedWithoutAMicrophone() {
    rooms.updateDevices(ada, NO_MICROPHONE);
    says(true);

    assertFalse(speaks());
    assertEquals(0, told());
  }

  @Test
  void goesOnWhenOnlyTheCameraChanges() {
    says(true);
    rooms.updateDevices(ada, Devices.of(true, true, true, false));

    assertTrue(speaks());
    assertEquals(1, told());
  }

  @Test
  void endsWithTheConnection() {
    says(true);
    rooms.disconnected(ada.session(), false);
    assertFalse(speaks());
    assertEquals(2, told());

    Actor back = Actors.again(ada);
    rooms.join(back, room, ALL);
    timers.pass(REST);
    assertFalse(speaks());
    rooms.speaks(back, true);
    assertTrue(speaks());
  }

  @Test
  void endsWithTheConnectionThatIsReplacedUnnoticed() {
    says(true);
    rooms.join(Actors.again(ada), room, ALL);

    assertFalse(speaks());
    assertEquals(2, told());
  }

  @Test
  void endsWithThePageAndTheSeat() {
    says(true);
    rooms.disconnected(ada.session(), true);
    assertFalse(speaks());

    Actor reloaded = Actors.otherTab(ada);
    rooms.join(reloaded, room, ALL);
    timers.pass(REST);
    rooms.speaks(reloaded, true);
    events.clear();
    rooms.leave(reloaded);
    assertEquals(
        List.of(
            new SpeakingChanged(room, ada.person()),
            new MemberLeft(room, ada.person(), LeaveReason.LEFT)),
        events);
    timers.pass(Duration.ofMinutes(1));
    assertEquals(2, events.size());
  }

  @Test
  void needsASeat() {
    assertFalse(rooms.isSpeaking(RoomId.fresh(), ada.person()));
    assertEquals(
        Reason.NOT_IN_A_ROOM,
        assertThrows(RoomRefused.class, () -> rooms.speaks(Actors.named("Stranger"), true))
            .reason());
  }
}
