package plenum.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import plenum.media.StreamId;

/** What a change of state entails for others, done after the lock is released. */
final class Consequences {

  private final List<RoomEvent> events = new ArrayList<>();
  private final List<StreamId> ended = new ArrayList<>();

  void tell(RoomEvent event) {
    events.add(event);
  }

  void end(StreamId stream) {
    ended.add(stream);
  }

  /** Not to be ended after all. */
  void keep(StreamId stream) {
    ended.remove(stream);
  }

  void carryOut(Consumer<RoomEvent> told, CameraStreams streams) {
    ended.forEach(streams::close);
    events.forEach(told);
  }
}
