package plenum.signal.chat;

import plenum.signal.chat.ChatChange.Message;
import plenum.signal.protocol.Change;
import plenum.signal.protocol.Entry;

/** A message in a conversation's topic. */
record ChatEntry(MessageView message) implements Entry {

  @Override
  public Change appeared() {
    return new Message(message);
  }

  @Override
  public Change changed() {
    return new Message(message);
  }

  /** Not told: a topic that remembers nothing misses nothing. */
  @Override
  public Change gone(String reason) {
    return new Message(message);
  }
}
