package plenum.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plenum.room.RoomId;

/** Keeps messages from one conversation's registry to the next. */
final class MemoryMessageStore implements MessageStore {

  private final Map<MessageId, Kept> messages = new LinkedHashMap<>();

  @Override
  public List<Kept> all() {
    return List.copyOf(messages.values());
  }

  List<String> texts() {
    return messages.values().stream().map(one -> one.message().text()).toList();
  }

  /** All messages are another room's. */
  void move(RoomId room) {
    messages.replaceAll((id, kept) -> new Kept(room, kept.message()));
  }

  @Override
  public void put(Kept message) {
    messages.put(message.message().id(), message);
  }

  @Override
  public void remove(MessageId message) {
    messages.remove(message);
  }

  @Override
  public void removeAll(RoomId room) {
    messages.values().removeIf(one -> one.room().equals(room));
  }
}
