package plenum.signal.announcement;

import java.util.Optional;
import plenum.signal.protocol.ServerMessage;

/** What people are told by administrators. */
public sealed interface AnnouncementAnswer extends ServerMessage {

  /**
   * A sentence, which pages show until their reader has read it.
   *
   * @param room to whose people it was sent; empty for everybody
   * @param by how whoever sent it is called
   */
  record Announcement(Optional<String> room, String text, String by)
      implements AnnouncementAnswer {}
}
