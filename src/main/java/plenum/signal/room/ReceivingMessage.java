package plenum.signal.room;

import java.util.List;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about receiving many streams over one connection. */
public sealed interface ReceivingMessage extends ClientMessage {

  record RequestReceive(OptionalLong request) implements ReceivingMessage {}

  /**
   * What a receiver gets from now on.
   *
   * @param receiver its name
   * @param sounds names of streams
   */
  record AssignStreams(
      OptionalLong request, String receiver, List<WantedPicture> pictures, List<String> sounds)
      implements ReceivingMessage {
    public AssignStreams {
      pictures = pictures == null ? List.of() : List.copyOf(pictures);
      sounds = sounds == null ? List.of() : List.copyOf(sounds);
    }
  }

  /**
   * A picture in a slot.
   *
   * @param slot the mid of its section in the offer
   * @param stream its name
   * @param height in pixels, of what is shown
   */
  record WantedPicture(String slot, String stream, OptionalLong height, OptionalLong priority) {}
}
