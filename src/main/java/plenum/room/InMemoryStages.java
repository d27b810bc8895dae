package plenum.room;

import java.util.function.BiConsumer;
import plenum.identity.Actor;
import plenum.identity.PersonId;

/** The stages of the rooms in this JVM. */
final class InMemoryStages implements Stages {

  private final Steps steps;
  private final RoomIndex rooms;
  private final Seats seats;
  private final Staging staging;

  InMemoryStages(Steps steps, RoomIndex rooms, Seats seats, Staging staging) {
    this.steps = steps;
    this.rooms = rooms;
    this.seats = seats;
    this.staging = staging;
  }

  @Override
  public StageState of(RoomId room) {
    return steps.look(
        () -> rooms.find(room).map(found -> found.stage().state()).orElse(StageState.FREE));
  }

  @Override
  public void take(Actor actor) {
    step(actor, staging::take);
  }

  @Override
  public void leave(Actor actor) {
    step(actor, staging::leave);
  }

  @Override
  public void request(Actor actor) {
    step(actor, staging::request);
  }

  @Override
  public void withdraw(Actor actor) {
    step(actor, staging::withdraw);
  }

  @Override
  public void decline(Actor actor, PersonId member) {
    step(actor, (seat, entails) -> staging.decline(seat, member, entails));
  }

  @Override
  public void grant(Actor actor, PersonId member) {
    step(actor, (seat, entails) -> staging.grant(seat, member, entails));
  }

  @Override
  public void takeBack(Actor actor) {
    step(actor, (seat, entails) -> staging.takeBack(actor, seat, entails));
  }

  private void step(Actor actor, BiConsumer<Seat, Consequences> rule) {
    steps.change(
        entails -> {
          Seat seat = seats.held(actor.session());
          rule.accept(seat, entails);
          return seat;
        });
  }
}
