package plenum.signal.site;

import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;

/** What administrators' pages are answered. */
public sealed interface SiteAnswer extends ServerMessage {

  /** The head of the snapshot; its body is the same for everybody. */
  record Site(OptionalLong request) implements SiteAnswer {}
}
