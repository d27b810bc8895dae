package plenum.admin;

import java.util.Locale;
import java.util.OptionalInt;
import plenum.quality.Direction;
import plenum.quality.Figures;
import plenum.quality.MeetingQuality;
import plenum.quality.PersonQuality;
import plenum.quality.StreamQuality;
import plenum.settings.Network;

/**
 * The sound or the picture of a stream at one page, as a page of administration shows it.
 *
 * @param room the id of the meeting's
 * @param person at whose page it was measured
 * @param of who publishes it
 * @param kind {@code audio} or {@code video}
 * @param way {@code udp}, {@code tcp} or {@code relay}; empty when the browser does not tell
 * @param picture width, height and frame rate; empty for sound
 * @param bitrate kbit/s
 * @param lost in percent
 * @param roundTrip milliseconds
 * @param jitter milliseconds
 * @param freezes how often the picture stood still lately
 * @param score 5 to 1
 * @param lately whether it has been bad for a while
 * @param cause why it is bad, in words; empty when it is not, or nobody knows
 * @param doubtful whether the media node saw something quite different
 */
public record StreamView(
    String room,
    String meeting,
    String personId,
    String person,
    String address,
    String browser,
    String of,
    boolean sent,
    String kind,
    String way,
    String codec,
    String picture,
    String bitrate,
    String lost,
    String roundTrip,
    String jitter,
    String freezes,
    double score,
    boolean lately,
    String cause,
    boolean doubtful) {

  static StreamView of(
      MeetingQuality meeting,
      PersonQuality person,
      StreamQuality stream,
      String cause,
      Locale reader) {
    Figures figures = stream.figures();
    return new StreamView(
        meeting.room().value(),
        meeting.name(),
        person.report().person().value(),
        person.report().name(),
        Network.written(person.report().address()),
        person.report().browser(),
        stream.ofName(),
        stream.direction() == Direction.SENT,
        word(stream.kind()),
        stream.way().map(StreamView::word).orElse(""),
        stream.codec(),
        picture(figures),
        text(figures.bitrate()),
        figures.lost().isPresent()
            ? String.format(reader, "%.1f", figures.lost().getAsInt() / 10.0)
            : "",
        text(figures.roundTrip()),
        text(figures.jitter()),
        text(figures.freezes()),
        stream.score().value(),
        stream.lately().bad(),
        cause,
        stream.doubtful());
  }

  private static String picture(Figures figures) {
    String size =
        figures.width().isPresent() && figures.height().isPresent()
            ? figures.width().getAsInt() + "×" + figures.height().getAsInt()
            : "";
    return figures.frameRate().isPresent()
        ? (size + " · " + figures.frameRate().getAsInt() + "/s").strip()
        : size;
  }

  private static String text(OptionalInt figure) {
    return figure.isPresent() ? Integer.toString(figure.getAsInt()) : "";
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether people complain of it. */
  public boolean bad() {
    return score < 3;
  }
}
