package plenum.room;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.order.Guard;
import plenum.text.Refused;

/**
 * The one guard of all rooms: a person can move between two rooms in one step. Every step is short.
 */
final class Steps {

  private final Guard guard = new Guard();
  private final RoomStreams streams;
  private final RoomStore store;
  private final Consumer<RoomEvent> events;
  private final AuditTrail trail;

  Steps(RoomStreams streams, RoomStore store, Consumer<RoomEvent> events, AuditTrail trail) {
    this.streams = streams;
    this.store = store;
    this.events = events;
    this.trail = trail;
  }

  /** Keeps in the audit trail that something was refused before a step began, and hands it back. */
  <R extends Refused> R refuse(Actor actor, String act, RoomId room, R refused) {
    return refuse(actor, act, room.value(), refused);
  }

  /** The same, of anything. */
  <R extends Refused> R refuse(Actor actor, String act, String object, R refused) {
    trail.add(AuditEntry.refused(actor, act, object, refused.code()));
    return refused;
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
            T done = step.apply(entails);
            entails.succeeded(trail);
            return done;
          } catch (Refused refused) {
            entails.refused(trail, refused);
            throw refused;
          } finally {
            // Also when the step was refused: a stream that was opened for it is not needed.
            entails.carryOut(guard, streams, store, events);
          }
        });
  }
}
