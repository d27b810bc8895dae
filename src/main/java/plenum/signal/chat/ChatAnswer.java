package plenum.signal.chat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;

/** What the server tells about a conversation beside its changes. */
public sealed interface ChatAnswer extends ServerMessage {

  /**
   * The head of a snapshot; its body is the same for everybody: {@link ChatState}.
   *
   * @param personal the newest messages from or to the receiver alone
   * @param length characters (code points) that a message may have
   * @param changeSeconds how long one may change and delete what one wrote
   * @param mostDays how many days the site lets a room keep its messages at most
   * @param files missing where none may be sent
   */
  record Chat(
      OptionalLong request,
      String room,
      List<MessageView> personal,
      int length,
      long changeSeconds,
      int mostDays,
      Optional<FileLimits> files)
      implements ChatAnswer {}

  /** The site's settings are others: what of {@link Chat} they decide. */
  record ChatLimited(int length, long changeSeconds, int mostDays, Optional<FileLimits> files)
      implements ChatAnswer {}

  /** What was sent is said. */
  record MessageSent(OptionalLong request, MessageView message) implements ChatAnswer {}

  /** What was said earlier, the oldest first; none when there is nothing. */
  record Messages(OptionalLong request, List<MessageView> messages) implements ChatAnswer {}

  /** A message from or to the receiver alone, as it is now. */
  record PersonalMessage(String room, MessageView message) implements ChatAnswer {}
}
