package plenum.room;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a person a stream shows; each seat has one stream of each at most. */
enum StreamSource {
  CAMERA,
  SCREEN;

  /** As messages write it, and the last part of the stream's name. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The source that messages call so. */
  static Optional<StreamSource> of(String text) {
    return Arrays.stream(values()).filter(source -> source.text().equals(text)).findFirst();
  }
}
