package plenum.quality;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one page tells of all its streams.
 *
 * @param interval how long was measured
 * @param browser its name, version and system; empty when the page told before
 * @param hidden whether nobody looked at the page, so that browsers may draw no pictures
 */
public record Measured(
    Duration interval, Optional<String> browser, boolean hidden, List<Stream> streams) {

  public Measured {
    Objects.requireNonNull(interval, "something was measured for a while");
    Objects.requireNonNull(browser, "a browser that was told before is empty");
    streams = List.copyOf(streams);
  }

  /**
   * What it tells of the sound, or of the picture, of one stream.
   *
   * @param name the stream's, as tickets have it
   * @param codec by its RTP encoding name; empty when the browser does not tell
   */
  public record Stream(
      String name,
      Direction direction,
      MediaKind kind,
      String codec,
      Optional<Way> way,
      Figures figures) {

    public Stream {
      Objects.requireNonNull(name, "a stream has a name");
      Objects.requireNonNull(direction, "a stream is sent or received");
      Objects.requireNonNull(kind, "it is sound or a picture");
      Objects.requireNonNull(codec, "an unknown codec is empty");
      Objects.requireNonNull(way, "an unknown way is empty");
      Objects.requireNonNull(figures, "something was measured");
    }
  }
}
