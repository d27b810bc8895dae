package plenum.signal.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import plenum.signal.protocol.ClientMessage;

/** What a client may send about the quality of a meeting. */
public sealed interface QualityMessage extends ClientMessage {

  /**
   * What a page measured of its streams since it told last.
   *
   * @param milliseconds how long was measured
   * @param browser told once by each connection
   */
  record ReportQuality(
      OptionalLong request,
      OptionalLong milliseconds,
      Optional<String> browser,
      boolean hidden,
      List<MeasuredStream> streams)
      implements QualityMessage {
    public ReportQuality {
      streams = streams == null ? List.of() : List.copyOf(streams);
    }
  }

  /**
   * Something keeps the person from joining with picture and sound.
   *
   * @param room which one is to be joined
   * @param step at which it fails
   * @param reason a word for programs
   * @param sent whether it is about what the page sends
   * @param stream which one cannot be played
   */
  record ReportProblem(
      OptionalLong request,
      Optional<String> room,
      String step,
      String reason,
      boolean sent,
      Optional<String> stream,
      Optional<String> browser)
      implements QualityMessage {}

  /**
   * The sound, or the picture, of one stream.
   *
   * @param kind {@code audio} or {@code video}
   * @param sent whether the page sends it; else it gets it
   * @param way {@code udp}, {@code tcp} or {@code relay}
   * @param limited {@code cpu}, {@code bandwidth} or {@code other}
   */
  record MeasuredStream(
      String stream,
      String kind,
      boolean sent,
      Optional<String> codec,
      Optional<String> way,
      OptionalLong width,
      OptionalLong height,
      OptionalLong frameRate,
      OptionalLong captured,
      OptionalLong bitrate,
      OptionalLong lost,
      OptionalLong roundTrip,
      OptionalLong jitter,
      OptionalLong freezes,
      OptionalLong frozen,
      OptionalLong concealed,
      OptionalLong firstFrame,
      Optional<String> limited) {}
}
