package plenum.signal.guest;

import plenum.signal.protocol.ServerMessage;

/** What the server tells about guest links. */
public sealed interface GuestAnswer extends ServerMessage {

  /** The guest links of a room are others now, or were used; REST tells them. */
  record GuestLinksChanged(String room) implements GuestAnswer {}
}
