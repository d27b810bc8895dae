package plenum.signal.room;

import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What an administrator's page may send to have a room's stream. */
public sealed interface ObservingMessage extends ClientMessage {

  record ObserveStream(OptionalLong request, String room, String stream)
      implements ObservingMessage {}

  record EndObservation(OptionalLong request) implements ObservingMessage {}
}
