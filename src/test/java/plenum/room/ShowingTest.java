package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.LayersWanted;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/**
 * In rooms of many, here of four, everybody sends the camera small, whether or not it is shown so.
 */
class ShowingTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final List<String> LARGE = List.of("h");
  private static final List<String> BOTH = List.of("h", "l");

  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(5, 40, 2, Duration.ofSeconds(60)),
          new ManualTimers(),
          new OpenStreams(),
          events::add);

  private final RoomId room =
      rooms.create(Actors.named("Owner"), new RoomName("Stand-up"), PlaceKind.GROUP).id();
  private final Actor ada = join("Ada");
  private final StreamId camera = onAir(ada, "camera");

  private Actor join(String name) {
    Actor actor = Actors.named(name);
    rooms.join(actor, room, ALL);
    return actor;
  }

  private StreamId onAir(Actor who, String source) {
    StreamId stream = rooms.publish(who, source);
    rooms.published(new OnAir(stream, true, true, "H264"));
    return stream;
  }

  /** What Ada's page was told of its camera since this was asked last. */
  private List<List<String>> told() {
    List<List<String>> told =
        events.stream()
            .filter(LayersWanted.class::isInstance)
            .map(LayersWanted.class::cast)
            .filter(event -> event.stream().equals(camera))
            .map(LayersWanted::layers)
            .toList();
    events.clear();
    return told;
  }

  @Test
  void asksForSmallStreamsOnceThereAreMany() {
    join("Bob");
    join("Cleo");
    assertEquals(List.of(), told());
    join("Dan");
    join("Eve");
    assertEquals(List.of(BOTH), told());
  }

  @Test
  void asksWhoeverComesOnAirAmongMany() {
    join("Bob");
    join("Cleo");
    join("Dan");
    told();
    rooms.unpublished(camera);
    rooms.published(new OnAir(camera, true, true, "H264"));
    assertEquals(List.of(BOTH), told());
  }

  @Test
  void endsThemWhenThereAreFewButNotForOneWhoComesAndGoes() {
    join("Bob");
    Actor cleo = join("Cleo");
    Actor dan = join("Dan");
    told();
    rooms.leave(dan);
    rooms.join(dan, room, ALL);
    rooms.leave(dan);
    assertEquals(List.of(), told());
    rooms.leave(cleo);
    assertEquals(List.of(LARGE), told());
  }

  @Test
  void asksNothingOfTheSmallStreamItself() {
    join("Bob");
    join("Cleo");
    join("Dan");
    events.clear();
    StreamId small = onAir(ada, "camera-small");
    assertEquals(
        List.of(),
        events.stream()
            .filter(LayersWanted.class::isInstance)
            .filter(event -> ((LayersWanted) event).stream().equals(small))
            .toList());
  }
}
