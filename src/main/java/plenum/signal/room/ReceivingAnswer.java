package plenum.signal.room;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.media.Shortage;
import plenum.media.SoundsHeard;
import plenum.media.StreamId;
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
   * Which pictures are not sent as they are wanted.
   *
   * @param receiver its name
   */
  record PicturesShort(String receiver, List<Picture> pictures) implements ReceivingAnswer {
    static PicturesShort of(plenum.media.PicturesShort event) {
      return new PicturesShort(
          event.receiver().name(),
          event.pictures().entrySet().stream()
              .map(one -> Picture.of(one.getKey(), one.getValue()))
              .sorted(Comparator.comparing(Picture::stream))
              .toList());
    }
  }

  /**
   * A picture that is smaller than wanted, or missing.
   *
   * @param stream its name
   * @param shown whether a smaller one comes
   * @param cause {@code link} or {@code budget}
   */
  record Picture(String stream, boolean shown, String cause) {
    static Picture of(StreamId stream, Shortage why) {
      return new Picture(stream.name(), why.shown(), why.cause().name().toLowerCase(Locale.ROOT));
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
