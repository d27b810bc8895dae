package plenum.room;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.right.RoomAct;
import plenum.room.RoomEvent.GestureChanged;

/** The gestures in the rooms of this JVM. */
final class InMemoryGestures implements Gestures {

  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats;
  private final Scene scene;

  InMemoryGestures(Steps steps, RoomIndex rooms, Seats seats, Scene scene) {
    this.steps = steps;
    this.rooms = rooms;
    this.seats = seats;
    this.scene = scene;
  }

  @Override
  public List<Gesture> of(RoomId room) {
    return steps.look(
        () ->
            rooms.find(room).map(Room::seats).orElse(List.of()).stream()
                .map(Seat::gesture)
                .toList());
  }

  @Override
  public Optional<Gesture> of(RoomId room, PersonId person) {
    return steps.look(
        () -> rooms.find(room).flatMap(found -> found.seat(person)).map(Seat::gesture));
  }

  @Override
  public void raise(Actor actor) {
    own(actor, (seat, now) -> now.hand().isPresent() ? now : now.hand(seat.room().nextTurn()));
  }

  @Override
  public void lower(Actor actor) {
    own(actor, (seat, now) -> now.hand(OptionalLong.empty()));
  }

  @Override
  public void lower(Actor actor, PersonId member) {
    steps.change(
        entails -> {
          Room room = scene.of(actor, RoomAct.LOWER_HANDS, Deeds.LOWER_HAND, member, entails);
          show(Scene.seat(room, member), InMemoryGestures::lowered, entails);
          return member;
        });
  }

  @Override
  public void lowerAll(Actor actor) {
    all(actor, RoomAct.LOWER_HANDS, Deeds.LOWER_ALL_HANDS, InMemoryGestures::lowered);
  }

  private static Gesture lowered(Gesture before) {
    return before.hand(OptionalLong.empty());
  }

  @Override
  public void react(Actor actor, Reaction reaction) {
    own(actor, (seat, now) -> now.react(reaction));
  }

  @Override
  public void answer(Actor actor, Answer answer) {
    own(actor, (seat, now) -> now.answer(Optional.of(answer)));
  }

  @Override
  public void withdrawAnswer(Actor actor) {
    own(actor, (seat, now) -> now.answer(Optional.empty()));
  }

  @Override
  public void clearAnswers(Actor actor) {
    all(
        actor,
        RoomAct.CLEAR_ANSWERS,
        Deeds.CLEAR_ANSWERS,
        before -> before.answer(Optional.empty()));
  }

  private void own(Actor actor, BiFunction<Seat, Gesture, Gesture> change) {
    steps.change(
        entails -> {
          Seat seat = seats.held(actor.session());
          show(seat, before -> change.apply(seat, before), entails);
          return seat;
        });
  }

  private void all(Actor actor, RoomAct act, String deed, UnaryOperator<Gesture> change) {
    steps.change(
        entails -> {
          Room room = scene.own(actor);
          entails.act(actor, deed, room.id());
          scene.require(actor, act, room, "not-allowed.moderator");
          room.seats().forEach(seat -> show(seat, change, entails));
          return room;
        });
  }

  private static void show(Seat seat, UnaryOperator<Gesture> change, Consequences entails) {
    Gesture before = seat.gesture();
    Gesture now = change.apply(before);
    if (!now.equals(before)) {
      seat.show(now);
      entails.tell(new GestureChanged(seat.room().id(), seat.person()));
    }
  }
}
