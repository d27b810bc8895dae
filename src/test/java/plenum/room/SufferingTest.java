package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.RoomEvent.BitrateWanted;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Whoever publishes sends less when it arrives badly at most of those who play it. */
class SufferingTest {

  private static final Devices ALL = Devices.of(true, true, false, false);
  private static final Duration LOOK = Duration.ofSeconds(2);

  private final ManualTimers timers = new ManualTimers();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(5, 40, 2, Duration.ofSeconds(60)),
          timers,
          new OpenStreams(),
          events::add);

  private final RoomId room =
      rooms.create(Actors.named("Owner"), new RoomName("Stand-up"), PlaceKind.GROUP).id();
  private final Actor ada = Actors.named("Ada");
  private final StreamId stream = publish(ada);

  private StreamId publish(Actor who) {
    rooms.join(who, room, ALL);
    StreamId camera = rooms.publish(who, "camera");
    rooms.published(new OnAir(camera, true, true, "H264"));
    return camera;
  }

  private Actor viewer(String name) {
    Actor viewer = Actors.named(name);
    rooms.join(viewer, room, ALL);
    rooms.play(viewer, stream.name());
    return viewer;
  }

  private List<Actor> viewers(int count) {
    return IntStream.range(0, count).mapToObj(each -> viewer("Viewer " + each)).toList();
  }

  private void suffers(Actor... who) {
    List.of(who).forEach(one -> rooms.suffers(one, List.of(stream.name())));
  }

  /** The same as long as this, as often as pages look. */
  private void sufferFor(Duration time, Actor... who) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(LOOK)) {
      suffers(who);
      timers.pass(LOOK);
    }
  }

  /** What the publisher was told since this was asked last. */
  private List<Integer> told() {
    List<Integer> told =
        events.stream()
            .filter(BitrateWanted.class::isInstance)
            .map(BitrateWanted.class::cast)
            .filter(event -> event.stream().equals(stream))
            .map(BitrateWanted::percent)
            .toList();
    events.clear();
    return told;
  }

  @Test
  void sendsLessWhileTheOnlyViewerSuffersAndMoreAgainAfterwards() {
    Actor bob = viewer("Bob");
    sufferFor(Duration.ofSeconds(12), bob);
    assertEquals(List.of(60, 35, 20), told());
    timers.pass(Duration.ofSeconds(60));
    assertEquals(List.of(35, 60, 100), told());
    timers.pass(Duration.ofMinutes(10));
    assertEquals(List.of(), told());
  }

  @Test
  void isNotDraggedDownByOneOfTwenty() {
    List<Actor> viewers = viewers(20);
    sufferFor(Duration.ofMinutes(1), viewers.get(0));
    assertEquals(List.of(), told());
  }

  @Test
  void sendsLessWhenMoreThanHalfSuffer() {
    List<Actor> viewers = viewers(4);
    suffers(viewers.get(0), viewers.get(1));
    assertEquals(List.of(), told());
    suffers(viewers.get(2));
    assertEquals(List.of(60), told());
  }

  @Test
  void believesOnlyThoseWhoMayPlayTheStream() {
    viewer("Bob");
    Actor liar = Actors.named("Eve");
    rooms.join(liar, room, ALL);
    suffers(liar, ada);
    assertEquals(List.of(), told());
  }

  @Test
  void doesNotCountThoseWhoPlayTheSmallStream() {
    Actor bob = viewer("Bob");
    Actor eve = viewer("Eve");
    rooms.showsSmall(eve, List.of(stream.name()));
    suffers(eve);
    assertEquals(List.of(), told(), "it suffers from something else");
    suffers(bob);
    Actor joe = viewer("Joe");
    suffers(joe);
    assertEquals(List.of(60), told(), "all who play the large one do");
  }

  @Test
  void oneOfSeveralOthersDecidesNothing() {
    Actor bob = viewer("Bob");
    Actor eve = viewer("Eve");
    rooms.showsSmall(eve, List.of(stream.name()));
    suffers(bob);
    assertEquals(List.of(), told());
  }

  @Test
  void forgetsWhatIsNotToldAgain() {
    List<Actor> viewers = viewers(2);
    suffers(viewers.get(0));
    timers.pass(Suffering.COUNTS_FOR);
    suffers(viewers.get(1));
    assertEquals(List.of(), told());
  }

  @Test
  void takesEachMessageAsAWhole() {
    List<Actor> viewers = viewers(2);
    suffers(viewers.get(0));
    rooms.suffers(viewers.get(0), List.of());
    suffers(viewers.get(1));
    assertEquals(List.of(), told());
  }

  @Test
  void triesMoreLessOftenWhereItFails() {
    Actor bob = viewer("Bob");
    suffers(bob);
    timers.pass(Duration.ofSeconds(10));
    suffers(bob);
    assertEquals(List.of(60, 100, 60), told());
    timers.pass(Duration.ofSeconds(19));
    assertEquals(List.of(), told());
    timers.pass(Duration.ofSeconds(1));
    assertEquals(List.of(100), told());
  }

  @Test
  void tellsAPageThatComesBack() {
    suffers(viewer("Bob"));
    rooms.disconnected(ada.session(), false);
    told();
    rooms.join(ada, room, ALL);
    assertEquals(List.of(60), told());
  }

  @Test
  void forgetsAStreamThatEnded() {
    suffers(viewer("Bob"));
    rooms.leave(ada);
    told();
    timers.pass(Duration.ofMinutes(1));
    assertEquals(List.of(), told());
  }
}
