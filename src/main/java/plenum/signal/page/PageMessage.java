package plenum.signal.page;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about its connection. */
public sealed interface PageMessage extends ClientMessage {

  record ChangePage(OptionalLong request) implements PageMessage {}

  record Resync(OptionalLong request, String topic) implements PageMessage {}

  record Ping(OptionalLong request) implements PageMessage {}
}
