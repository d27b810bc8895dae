package plenum.signal.typing;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about real-time text. */
public sealed interface TypingMessage extends ClientMessage {

  /**
   * One edit; see {@link plenum.typing.Typed}.
   *
   * @param number of the edit within the stream, from 1
   */
  record TypeText(OptionalLong request, String stream, OptionalLong number, String text)
      implements TypingMessage {}
}
