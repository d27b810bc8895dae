package plenum.room;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.order.Guard;

/**
 * The one guard of all rooms: a person can move between two rooms in one step. Every step is short.
 */
final class Steps {

  private final Guard guard = new Guard();
  private final RoomStreams streams;
  private final RoomStore store;
  private final Consumer<RoomEvent> events;

  Steps(RoomStreams streams, RoomStore store, Consumer<RoomEvent> events) {
    this.streams = streams;
    this.store = store;
    this.events = events;
  }

  /** Looks at the state. */
  <T> T look(Supplier<T> question) {
    return guard.look(question);
  }

  /** Changes the state, and does afterwards what that entails. */
  <T> T change(Function<Consequences, T> step) {
    return guard.change(
        () -> {
          Consequences entails = new Consequences();
          try {
            return step.apply(entails);
          } finally {
            // Also when the step was refused: a stream that was opened for it is not needed.
            entails.carryOut(guard, streams, store, events);
          }
        });
  }
}
