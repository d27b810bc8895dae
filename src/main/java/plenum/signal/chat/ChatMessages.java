package plenum.signal.chat;

import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What clients may send about the conversation of the room in which they have a seat. */
public sealed interface ChatMessages extends ClientMessage {

  /** What was said so far, and everything from then on. */
  record WatchChat(OptionalLong request) implements ChatMessages {}

  /**
   * Says something.
   *
   * @param token the page's own name for the message, under which it may be sent again
   * @param to the person who alone shall read it
   * @param reply the message that it answers
   * @param file that it brings along: the id of an upload that is whole
   */
  record SendMessage(
      OptionalLong request,
      String text,
      Optional<String> token,
      Optional<String> to,
      Optional<String> reply,
      Optional<String> file)
      implements ChatMessages {}

  record EditMessage(OptionalLong request, String message, String text) implements ChatMessages {}

  record DeleteMessage(OptionalLong request, String message) implements ChatMessages {}

  /**
   * What was said earlier.
   *
   * @param before the number of a message
   */
  record GetMessages(OptionalLong request, OptionalLong before) implements ChatMessages {}
}
