package plenum.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plenum.identity.PersonId;
import plenum.media.StreamId;
import plenum.order.Guard;
import plenum.room.RoomEvent.MemberUpdated;

/** What a change of state entails for others. */
final class Consequences {

  private final List<RoomEvent> events = new ArrayList<>();
  private final List<Consumer<RoomStore>> writes = new ArrayList<>();
  private final List<StreamId> ended = new ArrayList<>();
  private final List<SentAway> sentAway = new ArrayList<>();

  private record SentAway(StreamId stream, PersonId person) {}

  void tell(RoomEvent event) {
    events.add(event);
  }

  /** Others see the member differently now. */
  void tellUpdated(Seat seat) {
    tell(new MemberUpdated(seat.room().id(), seat.person()));
  }

  void end(StreamId stream) {
    ended.add(stream);
  }

  /** Not to be ended after all. */
  void keep(StreamId stream) {
    ended.remove(stream);
  }

  /** The person may see and hear the stream no longer. */
  void sendAway(StreamId stream, PersonId person) {
    sentAway.add(new SentAway(stream, person));
  }

  /** The room outlives a restart, as it is now. */
  void store(KeptRoom room) {
    writes.add(store -> store.put(room));
  }

  /** The room does not outlive a restart any more. */
  void forget(RoomId room) {
    writes.add(store -> store.remove(room));
  }

  /** Has it done after the change that runs; whoever hears of it finds streams ended already. */
  void carryOut(Guard guard, RoomStreams streams, RoomStore store, Consumer<RoomEvent> told) {
    ended.forEach(stream -> guard.then(() -> streams.close(stream)));
    sentAway.forEach(gone -> guard.then(() -> streams.sendAway(gone.stream(), gone.person())));
    events.forEach(event -> guard.then(() -> told.accept(event)));
    writes.forEach(write -> guard.write(() -> write.accept(store)));
  }
}
