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
   * Which pictures the page shows, each played by a connection of its own; those that it shows
   * large, or not at all, may be missing.
   */
  record ShowPictures(OptionalLong request, List<ShownPicture> pictures)
      implements ReceivingMessage {
    public ShowPictures {
      pictures = pictures == null ? List.of() : List.copyOf(pictures);
    }
  }

  /**
   * A picture on the page.
   *
   * @param stream its name
   * @param height in pixels, of what is shown; 0 for nothing
   */
  record ShownPicture(String stream, OptionalLong height) {}

  /**
   * Which streams, each played by a connection of its own, arrive badly at the page.
   *
   * @param streams names, all of them
   */
  record ReportSuffering(OptionalLong request, List<String> streams) implements ReceivingMessage {
    public ReportSuffering {
      streams = streams == null ? List.of() : List.copyOf(streams);
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
