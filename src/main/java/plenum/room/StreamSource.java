package plenum.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a person a stream shows; each seat has one stream of each at most. */
enum StreamSource {
  CAMERA,
  SCREEN,
  /** The camera a second time in few lines, with the same sound, for whoever shows it small. */
  CAMERA_SMALL;

  /** As messages write it, and the last part of the stream's name. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The source that messages call so. */
  static Optional<StreamSource> of(String text) {
    return Arrays.stream(values()).filter(source -> source.text().equals(text)).findFirst();
  }
}
