package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;

/** What a receiver gets of one stream: picture, sound or both, each in a slot. */
final class Played {

  private final String id = Unguessable.id();
  private final LiveStream stream;
  private final List<Slot> slots = new ArrayList<>();
  private long sentBefore;

  Played(LiveStream stream) {
    this.stream = stream;
  }

  /** By which it is known, like a player's session. */
  String id() {
    return id;
  }

  LiveStream stream() {
    return stream;
  }

  List<Slot> slots() {
    return List.copyOf(slots);
  }

  void add(Slot slot) {
    slot.put(stream);
    slots.add(slot);
  }

  /**
   * Empties one of its slots.
   *
   * @return whether it was the last one
   */
  boolean remove(Slot slot) {
    sentBefore += slot.sentBytes();
    slot.clear();
    slots.remove(slot);
    return slots.isEmpty();
  }

  /** Bytes of RTP sent of it so far. */
  long sentBytes() {
    return sentBefore + slots.stream().mapToLong(Slot::sentBytes).sum();
  }
}
