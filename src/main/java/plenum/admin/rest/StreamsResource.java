package plenum.admin.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import plenum.admin.Programs;
import plenum.identity.Scope;
import plenum.quality.Figures;
import plenum.quality.MeetingQuality;
import plenum.quality.PersonQuality;
import plenum.quality.QualityRecords;
import plenum.quality.QualityReport;
import plenum.quality.StreamQuality;
import plenum.settings.Network;

/** What browsers measured of every stream lately. */
@Path("streams")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StreamsResource {

  /**
   * The sound or the picture of a stream at one page. What the browser does not tell is missing.
   *
   * @param room where it is
   * @param person at whose page it was measured
   * @param stream its name
   * @param of how whoever publishes it is called
   * @param direction {@code sent} or {@code received}
   * @param kind {@code audio} or {@code video}
   * @param way {@code udp}, {@code tcp} or {@code relay}
   * @param bitrate kbit/s
   * @param lost packets of a thousand
   * @param roundTrip milliseconds
   * @param jitter milliseconds
   * @param freezes how often the picture stood still
   * @param score 5 to 1
   * @param bad whether it has been bad for a while
   * @param doubtful whether the media node saw something quite different
   * @param cause {@code uplink}, {@code downlink}, {@code device} or {@code server}, where the
   *     person has trouble and somebody can tell why
   */
  public record MeasuredStream(
      String room,
      String roomName,
      String person,
      String name,
      String address,
      String browser,
      String stream,
      String of,
      String direction,
      String kind,
      String codec,
      Optional<String> way,
      OptionalInt width,
      OptionalInt height,
      OptionalInt frameRate,
      OptionalInt bitrate,
      OptionalInt lost,
      OptionalInt roundTrip,
      OptionalInt jitter,
      OptionalInt freezes,
      double score,
      boolean bad,
      boolean doubtful,
      Optional<String> cause) {

    static MeasuredStream of(PersonQuality person, StreamQuality stream) {
      QualityReport report = person.report();
      Figures figures = stream.figures();
      return new MeasuredStream(
          report.room().value(),
          report.roomName(),
          report.person().value(),
          report.name(),
          Network.written(report.address()),
          report.browser(),
          stream.stream(),
          stream.ofName(),
          word(stream.direction()),
          word(stream.kind()),
          stream.codec(),
          stream.way().map(MeasuredStream::word),
          figures.width(),
          figures.height(),
          figures.frameRate(),
          figures.bitrate(),
          figures.lost(),
          figures.roundTrip(),
          figures.jitter(),
          figures.freezes(),
          stream.score().value(),
          stream.lately().bad(),
          stream.doubtful(),
          person.trouble().map(trouble -> word(trouble.cause())));
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }

    String key() {
      return String.join("\n", room, person, stream, direction, kind);
    }
  }

  /** A part of the list. */
  public record StreamList(List<MeasuredStream> items, Optional<String> next) {}

  @Inject Programs programs;
  @Inject QualityRecords quality;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context ResourceInfo door;

  /**
   * Every stream at every page, by room and person; other parameters are filters by column.
   *
   * @param format of all of them as a file, see {@link ExportFile}; empty for a part
   */
  @GET
  public Response all(
      @QueryParam("format") @DefaultValue("") String format,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("after") @DefaultValue("") String after) {
    programs.required(request, Scope.READ);
    var columns = new LiveColumns<>(MeasuredStream.class);
    var filters = KnownParameters.filters(door, uri, columns.names());
    Stream<MeasuredStream> all =
        quality.live().stream()
            .map(MeetingQuality::people)
            .flatMap(List::stream)
            .flatMap(
                person ->
                    person.report().streams().stream()
                        .map(stream -> MeasuredStream.of(person, stream)))
            .filter(columns.filter(filters));
    if (!format.isEmpty()) {
      return new LiveExport<>(columns, all).file("streams").answer(format, request.getLocale());
    }
    var part = new Paging(limit, after).of(all, MeasuredStream::key);
    return Response.ok(new StreamList(part.items(), part.next())).build();
  }
}
