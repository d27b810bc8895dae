package plenum.signal.room;

import java.util.List;
import java.util.Map;
import plenum.media.SoundsHeard;
import plenum.signal.protocol.ServerMessage;

/** What the server tells about receiving many streams over one connection. */
public sealed interface ReceivingAnswer extends ServerMessage {

  /**
   * Whose sound is in which slot.
   *
   * @param receiver its name
   */
  record SoundsAssigned(String receiver, List<Sound> sounds) implements ReceivingAnswer {
    static SoundsAssigned of(SoundsHeard heard) {
      return new SoundsAssigned(
          heard.receiver().name(),
          heard.sounds().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(sound -> new Sound(sound.getKey(), sound.getValue().name()))
              .toList());
    }
  }

  /**
   * A sound in a slot.
   *
   * @param slot the mid of its section in the offer
   * @param stream its name
   */
  record Sound(String slot, String stream) {}
}
