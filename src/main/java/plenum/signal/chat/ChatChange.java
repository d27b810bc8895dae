package plenum.signal.chat;

import plenum.signal.protocol.Change;

/** What changes in a conversation. */
public sealed interface ChatChange extends Change {

  /** A message to everybody is new, or is not as it was: it takes the place of the one before. */
  record Message(MessageView message) implements ChatChange {}
}
