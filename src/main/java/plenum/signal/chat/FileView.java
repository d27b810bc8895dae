package plenum.signal.chat;

import java.util.Optional;
import plenum.chat.file.Attachment;
import plenum.chat.file.Dimensions;

/**
 * A message's file as clients see it.
 *
 * @param type its media type
 * @param width of a picture that pages show, in pixels
 * @param height the same
 */
public record FileView(
    String name, String type, long bytes, Optional<Integer> width, Optional<Integer> height) {

  static FileView of(Attachment file) {
    return new FileView(
        file.name().value(),
        file.type().mediaType(),
        file.bytes(),
        file.picture().map(Dimensions::width),
        file.picture().map(Dimensions::height));
  }
}
