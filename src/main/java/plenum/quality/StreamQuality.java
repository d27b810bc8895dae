package plenum.quality;

import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;

/**
 * How good the sound, or the picture, of one stream was at one page in the last interval.
 *
 * @param stream its name
 * @param source what it shows: {@code camera}, {@code screen} or {@code device}
 * @param of who publishes it; empty for a room device
 * @param ofName how that one, or the device, is called
 * @param codec by its RTP encoding name; empty when the browser does not tell
 * @param doubtful whether the media node saw something quite different
 * @param lately whether it has been bad for a while, with this report
 */
public record StreamQuality(
    String stream,
    String source,
    Optional<PersonId> of,
    String ofName,
    Direction direction,
    MediaKind kind,
    String codec,
    Optional<Way> way,
    Figures figures,
    Score score,
    boolean doubtful,
    Lately lately) {

  public StreamQuality {
    Objects.requireNonNull(stream, "a stream has a name");
    Objects.requireNonNull(source, "a stream shows something");
    Objects.requireNonNull(of, "a device's publisher is empty");
    Objects.requireNonNull(ofName, "whoever publishes is called something");
    Objects.requireNonNull(direction, "a stream is sent or received");
    Objects.requireNonNull(kind, "it is sound or a picture");
    Objects.requireNonNull(codec, "an unknown codec is empty");
    Objects.requireNonNull(way, "an unknown way is empty");
    Objects.requireNonNull(figures, "something was measured");
    Objects.requireNonNull(score, "what was measured has a score");
    Objects.requireNonNull(lately, "what was measured is bad for a while, or not");
  }

  /** The same, of which the media node saw something quite different. */
  StreamQuality doubted() {
    return new StreamQuality(
        stream, source, of, ofName, direction, kind, codec, way, figures, score, true, lately);
  }

  /** The same, after what was told of it in the report before. */
  StreamQuality after(Lately before) {
    return new StreamQuality(
        stream,
        source,
        of,
        ofName,
        direction,
        kind,
        codec,
        way,
        figures,
        score,
        doubtful,
        before.then(score.isBad()));
  }

  /** Whether it tells of the same sound or picture. */
  boolean continues(StreamQuality before) {
    return stream.equals(before.stream) && direction == before.direction && kind == before.kind;
  }

  boolean isReceived() {
    return direction == Direction.RECEIVED;
  }
}
