package plenum.room;

import java.util.function.BiConsumer;
import plenum.identity.PersonId;
import plenum.identity.SessionId;

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
  public void take(SessionId session) {
    step(session, staging::take);
  }

  @Override
  public void leave(SessionId session) {
    step(session, staging::leave);
  }

  @Override
  public void request(SessionId session) {
    step(session, staging::request);
  }

  @Override
  public void withdraw(SessionId session) {
    step(session, staging::withdraw);
  }

  @Override
  public void decline(SessionId session, PersonId member) {
    step(session, (seat, entails) -> staging.decline(seat, member, entails));
  }

  @Override
  public void grant(SessionId session, PersonId member) {
    step(session, (seat, entails) -> staging.grant(seat, member, entails));
  }

  @Override
  public void takeBack(SessionId session) {
    step(session, staging::takeBack);
  }

  private void step(SessionId session, BiConsumer<Seat, Consequences> rule) {
    steps.change(
        entails -> {
          Seat seat = seats.held(session);
          rule.accept(seat, entails);
          return seat;
        });
  }
}
