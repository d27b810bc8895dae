package plenum.signal.protocol;

import java.util.OptionalLong;

/**
 * What a client may send; the record's name is the message's, as {@link MessageName} writes it.
 * Text members must be there unless they are optional, the others may be missing. A {@link Part}
 * says which messages there are.
 */
public interface ClientMessage {

  /** The number to repeat in the answer. */
  OptionalLong request();
}
