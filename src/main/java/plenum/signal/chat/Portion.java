package plenum.signal.chat;

import java.util.LinkedList;
import java.util.List;
import plenum.chat.ChatMessage;

/** So many messages as are told at once; whoever wants more asks for those before them. */
final class Portion {

  /** Messages. */
  static final int MOST = 100;

  /** Characters, unless one message has more. */
  static final int CHARACTERS = 60_000;

  private Portion() {}

  /** The newest of these, as many as are told at once; the oldest first, as they are given. */
  static List<MessageView> of(List<ChatMessage> messages) {
    LinkedList<MessageView> told = new LinkedList<>();
    int size = 0;
    for (int i = messages.size() - 1; i >= 0 && told.size() < MOST; i--) {
      MessageView view = MessageView.of(messages.get(i));
      size += view.size();
      if (size > CHARACTERS && !told.isEmpty()) {
        break;
      }
      told.addFirst(view);
    }
    return List.copyOf(told);
  }
}
