package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.right.Rights;
import plenum.room.RoomEvent.ObservationEnded;
import plenum.room.RoomEvent.ObserversChanged;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class ObservationsTest {

  private final ManualTimers timers = new ManualTimers();
  private final Rooms rooms = RoomsForTests.rooms(timers, event -> {});
  private final List<AuditEntry> trail = new ArrayList<>();
  private final List<RoomEvent> events = new ArrayList<>();
  private final List<StreamId> sentAway = new ArrayList<>();
  private boolean permitted = true;
  private boolean open = true;
  private final Observations observations =
      new Observations(
          rooms,
          new Observations.Media() {
            @Override
            public boolean isOpen(StreamId stream) {
              return open;
            }

            @Override
            public void sendAway(StreamId stream, PersonId person) {
              sentAway.add(stream);
            }
          },
          new Rights(
              () -> RoomsForTests.limits(10, 10, 2, Observations.LOOK), true, () -> permitted),
          timers,
          trail::add,
          events::add);
  private final Actor ada = Actors.named("Ada");
  private Actor grace = Actors.administrator("Grace");
  private RoomId room;
  private StreamId camera;

  @BeforeEach
  void meet() {
    room = rooms.create(ada, new RoomName("Stand-up"), PlaceKind.GROUP).id();
    rooms.join(ada, room, Devices.of(true, true, false, false));
    camera = rooms.publish(ada, "camera");
  }

  private StreamId observe() {
    return observations.begin(() -> grace, room, camera.name());
  }

  private List<String> acts() {
    return trail.stream().map(one -> one.act() + " " + one.detail()).toList();
  }

  private String refusal() {
    return assertThrows(RoomRefused.class, this::observe).code();
  }

  @Test
  void isKnownToTheRoomWhileItLasts() {
    assertEquals(camera, observe());
    assertEquals(List.of("Grace"), observations.observers(room));
    assertEquals(List.of(new ObserversChanged(room)), events);
    observations.end(grace.session(), ObservationEnd.CLOSED);
    observations.end(grace.session(), ObservationEnd.CLOSED);
    assertEquals(List.of(), observations.observers(room));
    assertEquals(List.of(camera), sentAway);
    assertEquals(List.of("observe-stream ", "end-observation closed"), acts());
    assertEquals(new ObservationEnded(room, grace.session(), "closed"), events.get(2));
  }

  @Test
  void isForAdministratorsWhereTheSitePermitsIt() {
    permitted = false;
    assertEquals("not-allowed", refusal());
    permitted = true;
    grace = Actors.named("Eve");
    assertEquals("not-allowed", refusal());
    assertEquals(2, trail.size());
    assertEquals(List.of(), observations.observers(room));
  }

  @Test
  void isNothingForCallsAndOfStreamsThatAreNone() {
    RoomId call = rooms.openCall(Set.of(ada.person()));
    assertThrows(RoomRefused.class, () -> observations.begin(() -> grace, call, camera.name()));
    assertThrows(RoomRefused.class, () -> observations.begin(() -> grace, room, "no-camera"));
  }

  @Test
  void goesOnWithAnotherTicket() {
    observe();
    observe();
    assertEquals(1, trail.size());
    assertEquals(List.of(), sentAway);
  }

  @Test
  void endsWithTheRight() {
    observe();
    timers.pass(Observations.LOOK);
    assertEquals(List.of("Grace"), observations.observers(room));
    Actor before = grace;
    grace =
        new Actor(
            before.person(),
            before.name(),
            Set.of(Role.USER),
            before.session(),
            before.address(),
            before.page());
    timers.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), observations.observers(room));
    assertEquals(List.of("observe-stream ", "end-observation no-right"), acts());
  }

  @Test
  void endsWithTheSitesPermission() {
    observe();
    permitted = false;
    timers.pass(Duration.ofSeconds(1));
    assertEquals(List.of(), observations.observers(room));
  }

  @Test
  void endsWithTheStreamAndTheRoom() {
    observe();
    open = false;
    timers.pass(Observations.LOOK);
    assertEquals(List.of("observe-stream ", "end-observation stream-ended"), acts());
    open = true;
    observe();
    observations.roomGone(room);
    assertEquals("end-observation room-closed", acts().get(3));
  }

  @Test
  void leavesThoseAloneWhoSitThere() {
    rooms.join(grace, room, Devices.NONE);
    observe();
    observations.end(grace.session(), ObservationEnd.CLOSED);
    assertEquals(List.of(), sentAway);
  }
}
