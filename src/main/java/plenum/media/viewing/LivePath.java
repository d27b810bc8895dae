package plenum.media.viewing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.media.StreamId;

/** What a path below {@code /live} asks for. Only these forms lead anywhere on a node. */
sealed interface LivePath {

  Pattern STREAM = Pattern.compile("/([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_-]{1,128})\\.(flv|m3u8)");
  Pattern SEGMENT =
      Pattern.compile("/([A-Za-z0-9_-]{1,64})/([A-Za-z0-9_-]{1,128})-([0-9]{1,12})\\.ts");

  StreamId stream();

  /** The stream, without end. */
  record Flv(StreamId stream) implements LivePath {}

  /** A play list of the stream. */
  record Playlist(StreamId stream) implements LivePath {}

  /** One segment, as SRS numbers them. */
  record Segment(StreamId stream, String number) implements LivePath {

    /** Below the stream's app. */
    String file() {
      return stream.name() + "-" + number + ".ts";
    }
  }

  /**
   * @param path not decoded, behind {@code /live}; so that no escaped slash or dot is taken for
   *     another path
   */
  static Optional<LivePath> parse(String path) {
    Matcher segment = SEGMENT.matcher(path);
    if (segment.matches()) {
      StreamId stream = new StreamId(segment.group(1), segment.group(2));
      return Optional.of(new Segment(stream, segment.group(3)));
    }
    Matcher whole = STREAM.matcher(path);
    if (!whole.matches()) {
      return Optional.empty();
    }
    StreamId stream = new StreamId(whole.group(1), whole.group(2));
    return Optional.of(whole.group(3).equals("flv") ? new Flv(stream) : new Playlist(stream));
  }
}
