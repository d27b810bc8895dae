package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.Devices;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class JoinProblemsTest {

  private final ManualTimers timers = new ManualTimers();
  private final Rooms rooms = RoomsForTests.rooms(timers, event -> {});
  private final List<JoinProblem> told = new ArrayList<>();
  private final JoinProblems problems =
      new JoinProblems(rooms, () -> Instant.EPOCH, timers::nanoTime, told::add);

  private final Actor ada = Actors.named("Ada");
  private final Actor bob = Actors.named("Bob");
  private final RoomId hall = rooms.create(ada, new RoomName("Hall"), PlaceKind.GROUP).id();

  private static JoinFailure failure(Optional<RoomId> room, JoinStep step, String stream) {
    return new JoinFailure(room, step, "timeout", false, stream, "Firefox 153, Linux");
  }

  @Test
  void tellsWhoCouldNotJoinWhatAndWhy() {
    problems.report(bob, failure(Optional.of(hall), JoinStep.SEAT, ""));

    assertEquals(
        List.of(
            new JoinProblem(
                Instant.EPOCH,
                bob.person(),
                "Bob",
                bob.address().getHostAddress(),
                "Firefox 153, Linux",
                Optional.of(hall),
                "Hall",
                JoinStep.SEAT,
                "timeout",
                false,
                Optional.empty())),
        told);
  }

  @Test
  void tellsWhoseStreamCouldNotBeHad() {
    rooms.join(ada, hall, Devices.of(true, true, false, false));
    StreamId stream = rooms.publish(ada, "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    rooms.join(bob, hall, Devices.NONE);
    // Where somebody sits is known better than what a page says.
    problems.report(bob, failure(Optional.of(new RoomId("moon")), JoinStep.ICE, stream.name()));

    assertEquals(Optional.of(ada.person()), told.get(0).of());
    assertEquals(Optional.of(hall), told.get(0).room());
  }

  @Test
  void bearsARoomThatThereIsNot() {
    problems.report(bob, failure(Optional.of(new RoomId("moon")), JoinStep.SEAT, "none"));
    problems.report(bob, failure(Optional.empty(), JoinStep.DEVICES, ""));
    assertEquals("", told.get(0).roomName());
    assertEquals(Optional.of(new RoomId("moon")), told.get(0).room());
    assertEquals(Optional.empty(), told.get(1).room());
  }

  @Test
  void refusesWhoTellsTooMuch() {
    JoinFailure failure = failure(Optional.empty(), JoinStep.ICE, "");
    for (int i = 0; i < 20; i++) {
      problems.report(bob, failure);
    }
    assertThrows(QualityRefused.class, () -> problems.report(Actors.again(bob), failure));
    problems.report(ada, failure);
    timers.pass(Duration.ofSeconds(4));
    problems.report(bob, failure);
    assertEquals(22, told.size());
  }
}
