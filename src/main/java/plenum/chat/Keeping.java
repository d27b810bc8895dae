package plenum.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;
import plenum.chat.MessageStore.Kept;
import plenum.room.RoomId;

/**
 * What outlasts a meeting, and a restart: the messages of rooms whose options say so, for as many
 * days. The store has what the conversation has, or nothing.
 */
final class Keeping {

  private final MessageStore store;
  private final ToIntFunction<RoomId> wanted;
  private final IntSupplier most;

  /**
   * @param wanted how many days a room wants to keep its messages; 0 for none
   * @param most how many days the site permits
   */
  Keeping(MessageStore store, ToIntFunction<RoomId> wanted, IntSupplier most) {
    this.store = store;
    this.wanted = wanted;
    this.most = most;
  }

  /** What other runs kept. */
  List<Kept> all() {
    return store.all();
  }

  private int days(RoomId room) {
    return Math.min(wanted.applyAsInt(room), most.getAsInt());
  }

  /** A message is new, or is not as it was. */
  void put(RoomId room, Conversation said, ChatMessage message) {
    if (said.isKept()) {
      store.put(new Kept(room, message));
    }
  }

  /** These are not in the conversation any more. */
  void forget(Conversation said, List<MessageId> messages) {
    if (said.isKept()) {
      messages.forEach(store::remove);
    }
  }

  /**
   * Forgets what is too old, and sees whether the room's options are others; tells how many
   * messages were too old.
   */
  int look(RoomId room, Conversation said, Instant now) {
    int days = days(room);
    if (said.isKept() && days == 0) {
      store.removeAll(room);
    } else if (!said.isKept() && days > 0) {
      said.all().forEach(one -> store.put(new Kept(room, one)));
    }
    said.keep(days > 0);
    if (days == 0) {
      return 0;
    }
    Instant old = now.minus(Duration.ofDays(days));
    List<MessageId> dropped = said.dropWhile(one -> one.at().isBefore(old));
    forget(said, dropped);
    return dropped.size();
  }

  /** The conversation is over. */
  void end(RoomId room, Conversation said) {
    if (said.isKept()) {
      store.removeAll(room);
    }
  }
}
