package plenum.signal.page;

import java.util.OptionalLong;
import plenum.signal.protocol.ServerMessage;

/** What the server tells a page about its connection. */
public sealed interface PageAnswer extends ServerMessage {

  /**
   * The first message, to which every part adds what it knows of the person.
   *
   * @param boot another one after each start of the server
   * @param protocol the version of the protocol that is spoken from now on
   */
  record Welcome(You you, String boot, String version, int protocol) implements PageAnswer {}

  record Pong(OptionalLong request) implements PageAnswer {}

  /** The server is about to stop on purpose. */
  record Restarting() implements PageAnswer {}
}
