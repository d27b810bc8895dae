package plenum.signal.protocol;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the server sends; the record's name is the message's, as {@link MessageName} writes it.
 * Empty members are left out.
 */
public interface ServerMessage {

  /** The number of the message that this one answers; empty where it is no answer. */
  default OptionalLong request() {
    return OptionalLong.empty();
  }

  /** What was asked for is done; what that changed is in the changes. */
  record Done(OptionalLong request) implements ServerMessage {}

  /**
   * What was asked for cannot be done.
   *
   * @param code names the reason for programs
   * @param message a sentence for a person, in that one's language
   * @param retryAfter seconds after which it may work
   */
  record Error(OptionalLong request, String code, String message, OptionalInt retryAfter)
      implements ServerMessage {}
}
