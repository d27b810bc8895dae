package plenum.room;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one lock of all rooms: a person can move between two rooms in one step. Every step is short.
 * Events are told, and streams are closed, while the lock is not held.
 */
final class Steps {

  private final RoomStreams streams;
  private final Consumer<RoomEvent> events;

  Steps(RoomStreams streams, Consumer<RoomEvent> events) {
    this.streams = streams;
    this.events = events;
  }

  /** Looks at the state. */
  synchronized <T> T look(Supplier<T> question) {
    return question.get();
  }

  /** Changes the state, and does afterwards what that entails. */
  <T> T change(Function<Consequences, T> step) {
    Consequences entails = new Consequences();
    try {
      synchronized (this) {
        return step.apply(entails);
      }
    } finally {
      // Also when the step was refused: a stream that was opened for it is not needed.
      entails.carryOut(events, streams);
    }
  }
}
