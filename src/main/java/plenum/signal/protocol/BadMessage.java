package plenum.signal.protocol;

import java.util.OptionalLong;
import plenum.text.Refused;
import plenum.text.Sentence;

/** What a client sent is not of the protocol. */
public final class BadMessage extends Refused {

  /** Why. */
  enum Reason {
    BAD_MESSAGE,
    UNKNOWN_TYPE,
    TOO_LONG,
    TOO_MANY
  }

  private static final long serialVersionUID = 1L;
  private static final int STATUS = 400;

  private final transient OptionalLong request;

  BadMessage(Reason reason, OptionalLong request, Sentence sentence) {
    super(reason, STATUS, sentence);
    this.request = request;
  }

  /** A message with a type that is known, and yet none of the protocol. */
  public static BadMessage of(OptionalLong request, String key) {
    return new BadMessage(Reason.BAD_MESSAGE, request, Sentence.of(key));
  }

  OptionalLong request() {
    return request;
  }
}
