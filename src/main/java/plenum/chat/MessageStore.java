package plenum.chat;

import java.util.List;
import plenum.room.RoomId;

/** Keeps messages from one run of the server to the next. Thread-safe. */
public interface MessageStore {

  /** A message, and where it was written. */
  record Kept(RoomId room, ChatMessage message) {}

  /** All of them, the oldest of each room first; waits for them. */
  List<Kept> all();

  /** Keeps one, or one as it is now, soon. */
  void put(Kept message);

  /** Keeps one no longer; soon. */
  void remove(MessageId message);

  /** Keeps none of a room; soon. */
  void removeAll(RoomId room);

  /** Keeps nothing. */
  static MessageStore none() {
    return new MessageStore() {
      @Override
      public List<Kept> all() {
        return List.of();
      }

      @Override
      public void put(Kept message) {}

      @Override
      public void remove(MessageId message) {}

      @Override
      public void removeAll(RoomId room) {}
    };
  }
}
