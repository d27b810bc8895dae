package plenum.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.room.RoomEvent.GestureChanged;
import plenum.room.RoomRefused.Reason;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Hands, answers and reactions of people in rooms. */
class GesturesTest {

  private static final Devices ON = Devices.of(true, true, false, false);

  private final ManualTimers timers = new ManualTimers();
  private final List<RoomEvent> events = new ArrayList<>();
  private final InMemoryRooms rooms =
      RoomsForTests.rooms(
          RoomsForTests.limits(3, 5, 0, Duration.ofSeconds(60)),
          timers,
          new OpenStreams(),
          events::add);
  private final Gestures gestures = rooms.gestures();
  private final Actor ada = Actors.named("Ada");
  private final Actor grace = Actors.named("Grace");
  private final Actor linus = Actors.named("Linus");
  private final RoomId room = rooms.create(ada, new RoomName("Talk"), PlaceKind.GROUP).id();

  GesturesTest() {
    List.of(ada, grace, linus).forEach(one -> rooms.join(one, room, ON));
    events.clear();
  }

  private Gesture of(Actor actor) {
    return gestures.of(room, actor.person()).orElseThrow();
  }

  private List<Actor> up() {
    return List.of(ada, grace, linus).stream()
        .filter(one -> gestures.of(room, one.person()).isPresent())
        .filter(one -> of(one).hand().isPresent())
        .sorted(Comparator.comparingLong(one -> of(one).hand().getAsLong()))
        .toList();
  }

  private long told(Actor actor) {
    return events.stream().filter(new GestureChanged(room, actor.person())::equals).count();
  }

  private static void refused(Reason reason, Executable step) {
    assertEquals(reason, assertThrows(RoomRefused.class, step).reason());
  }

  @Test
  void handsAreUpInTheOrderInWhichTheyWereRaised() {
    gestures.raise(linus);
    gestures.raise(ada);
    gestures.raise(grace);
    assertEquals(List.of(linus, ada, grace), up());
    gestures.lower(linus);
    gestures.raise(linus);
    assertEquals(List.of(ada, grace, linus), up());
  }

  @Test
  void aHandThatIsUpKeepsItsTurnAndIsToldOnce() {
    gestures.raise(ada);
    gestures.raise(grace);
    gestures.raise(ada);
    assertEquals(List.of(ada, grace), up());
    assertEquals(1, told(ada));
    gestures.lower(linus);
    assertEquals(0, told(linus));
  }

  @Test
  void moderatorsLowerOneHandAndAll() {
    gestures.raise(grace);
    gestures.raise(linus);
    refused(Reason.NOT_ALLOWED, () -> gestures.lower(grace, linus.person()));
    refused(Reason.NOT_ALLOWED, () -> gestures.lowerAll(grace));
    assertEquals(List.of(grace, linus), up());
    gestures.lower(ada, grace.person());
    assertEquals(List.of(linus), up());
    gestures.raise(grace);
    gestures.lowerAll(ada);
    assertEquals(List.of(), up());
    refused(Reason.NO_SUCH_MEMBER, () -> gestures.lower(ada, Actors.named("Otto").person()));
  }

  @Test
  void whoLeavesLosesTheHandAndWhoReconnectsKeepsIt() {
    gestures.raise(grace);
    gestures.raise(linus);
    rooms.disconnected(grace.session(), false);
    assertEquals(List.of(grace, linus), up());
    rooms.join(Actors.again(grace), room, ON);
    assertEquals(List.of(grace, linus), up());

    rooms.leave(linus);
    rooms.join(Actors.again(linus), room, ON);
    assertEquals(List.of(grace), up());
  }

  @Test
  void whoDoesNotComeBackInTimeLosesIt() {
    gestures.raise(grace);
    gestures.answer(grace, Answer.SLOWER);
    rooms.disconnected(grace.session(), false);
    timers.pass(Duration.ofSeconds(21));
    assertEquals(Optional.empty(), gestures.of(room, grace.person()));
    rooms.join(Actors.again(grace), room, ON);
    assertEquals(Gesture.none(grace.person()), of(grace));
  }

  @Test
  void aPersonGivesOneAnswerAndTakesItBack() {
    gestures.answer(grace, Answer.YES);
    gestures.answer(grace, Answer.NO);
    assertEquals(Optional.of(Answer.NO), of(grace).answer());
    gestures.withdrawAnswer(grace);
    assertEquals(Optional.empty(), of(grace).answer());
    assertEquals(3, told(grace));
  }

  @Test
  void moderatorsClearTheAnswersAndLeaveHandsUp() {
    gestures.raise(grace);
    gestures.answer(grace, Answer.YES);
    gestures.answer(linus, Answer.SLOWER);
    refused(Reason.NOT_ALLOWED, () -> gestures.clearAnswers(linus));
    gestures.clearAnswers(ada);
    assertEquals(
        List.of(),
        gestures.of(room).stream().map(Gesture::answer).flatMap(Optional::stream).toList());
    assertEquals(List.of(grace), up());
  }

  @Test
  void oneReactionAfterAnotherOfTheSameKindIsTold() {
    gestures.react(grace, Reaction.APPLAUSE);
    Gesture first = of(grace);
    gestures.react(grace, Reaction.APPLAUSE);
    assertEquals(first.reactions() + 1, of(grace).reactions());
    assertEquals(2, told(grace));
  }

  @Test
  void withoutASeatThereIsNothingToShow() {
    Actor otto = Actors.named("Otto");
    refused(Reason.NOT_IN_A_ROOM, () -> gestures.raise(otto));
    refused(Reason.NOT_IN_A_ROOM, () -> gestures.react(otto, Reaction.HEART));
    refused(Reason.NOT_IN_A_ROOM, () -> gestures.answer(otto, Answer.NO));
    assertEquals(List.of(), gestures.of(new RoomId("nowhere0")));
  }

  @Test
  void nobodyModeratesACall() {
    RoomId call = rooms.openCall(Set.of(ada.person(), grace.person()));
    List.of(ada, grace).forEach(one -> rooms.join(one, call, ON));
    gestures.raise(grace);
    assertEquals(OptionalLong.of(1), gestures.of(call, grace.person()).orElseThrow().hand());
    refused(Reason.NOT_ALLOWED, () -> gestures.lower(ada, grace.person()));
    refused(Reason.NOT_ALLOWED, () -> gestures.lowerAll(ada));
  }
}
