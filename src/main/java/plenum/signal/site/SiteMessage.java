package plenum.signal.site;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What administrators' pages may send. */
public sealed interface SiteMessage extends ClientMessage {

  record WatchSite(OptionalLong request) implements SiteMessage {}
}
