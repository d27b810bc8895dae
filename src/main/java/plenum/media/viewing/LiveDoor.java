package plenum.media.viewing;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import plenum.http.Problem;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.StreamId;
import plenum.media.node.MediaNode;
import plenum.media.stream.Doorkeeper;
import plenum.media.stream.Streams;
import plenum.media.ticket.TicketClaims;
import plenum.settings.MediaSettings;

/**
 * {@code /live/APP/STREAM.flv}, {@code .m3u8} and the segments. A first request brings a ticket;
 * what HLS asks for after that, the id of its {@link Viewing}. Of what a client sent nothing but
 * the ticket goes to the node.
 */
public final class LiveDoor {

  private static final System.Logger LOG = System.getLogger(LiveDoor.class.getName());
  private static final int OK = 200;

  private final MediaSettings settings;
  private final Doorkeeper doorkeeper;
  private final Streams streams;
  private final MediaNode node;
  private final Viewings viewings;
  private final NodeHttp http;

  LiveDoor(
      MediaSettings settings,
      Doorkeeper doorkeeper,
      Streams streams,
      MediaNode node,
      Viewings viewings,
      NodeHttp http) {
    this.settings = settings;
    this.doorkeeper = doorkeeper;
    this.streams = streams;
    this.node = node;
    this.viewings = viewings;
    this.http = http;
  }

  /** Answers one request; returns at once. */
  void serve(LivePath path, Query query, Outlet outlet) {
    try {
      if (path instanceof LivePath.Flv flv) {
        flv(flv.stream(), query, outlet);
      } else if (path instanceof LivePath.Segment segment) {
        segment(segment, viewing(segment.stream(), query.get("viewer").orElse("")), outlet);
      } else if (query.get("viewer").isPresent()) {
        playlist(viewing(path.stream(), query.get("viewer").get()), outlet);
      } else {
        master(path.stream(), query, outlet);
      }
    } catch (MediaRefusal refusal) {
      refuse(outlet, refusal);
    }
  }

  private Viewing begin(StreamId stream, Query query) {
    TicketClaims claims = doorkeeper.view(query.get("ticket"), stream);
    if (!settings.srs().inUse()) {
      throw Streams.needsSrs();
    }
    if (streams.onAir(stream).isEmpty()) { // The node is not asked for what it does not have.
      throw new MediaRefusal(Reason.NOT_ON_AIR, "not-on-air");
    }
    return viewings.begin(claims, node.httpBase(stream).orElseThrow(LiveDoor::unavailable));
  }

  private Viewing viewing(StreamId stream, String id) {
    Viewing viewing =
        viewings
            .find(id, stream)
            .orElseThrow(() -> new MediaRefusal(Reason.TICKET_EXPIRED, "ticket-expired.viewing"));
    if (viewing.isBusy()) {
      throw new MediaRefusal(Reason.TOO_MANY_FROM_ADDRESS, "too-many-from-address.player");
    }
    viewing.heard();
    return viewing;
  }

  private void flv(StreamId stream, Query query, Outlet outlet) {
    Viewing viewing = begin(stream, query);
    Passage passage = viewing.passage(outlet, viewing::end);
    URI uri = uri(viewing, stream.name() + ".flv", "ticket", query.get("ticket"));
    http.stream(uri)
        .whenComplete(
            (response, failure) -> {
              if (failure != null || response.statusCode() != OK) {
                drop(response, failure, viewing);
                passage.abandon();
                refuse(outlet, unavailable());
              } else {
                pass(response, "video/x-flv", passage, outlet);
              }
            });
  }

  private void segment(LivePath.Segment segment, Viewing viewing, Outlet outlet) {
    Passage passage = viewing.passage(outlet, () -> {});
    URI uri = uri(viewing, segment.file(), "hls_ctx", Optional.of(viewing.context()));
    http.stream(uri)
        .whenComplete(
            (response, failure) -> {
              if (failure != null || response.statusCode() != OK) {
                drop(response, failure, viewing);
                passage.abandon();
                refuse(outlet, new MediaRefusal(Reason.NOT_ON_AIR, "not-on-air.segment"));
              } else {
                pass(response, "video/mp2t", passage, outlet);
              }
            });
  }

  private void master(StreamId stream, Query query, Outlet outlet) {
    Viewing viewing = begin(stream, query);
    URI uri = uri(viewing, stream.name() + ".m3u8", "ticket", query.get("ticket"));
    http.text(uri)
        .whenComplete(
            (response, failure) -> {
              Optional<String> context =
                  isGood(response, failure) ? Playlists.context(response.body()) : Optional.empty();
              if (context.isEmpty() || viewing.isOver()) {
                tell(failure, viewing);
                viewing.end();
                refuse(outlet, notYet(response));
              } else {
                viewing.context(context.get());
                Passage.send(outlet, list(Playlists.master(stream, viewing.id())));
              }
            });
  }

  private void playlist(Viewing viewing, Outlet outlet) {
    StreamId stream = viewing.stream();
    URI uri = uri(viewing, stream.name() + ".m3u8", "hls_ctx", Optional.of(viewing.context()));
    http.text(uri)
        .whenComplete(
            (response, failure) -> {
              if (!isGood(response, failure) || viewing.isOver()) {
                tell(failure, viewing);
                viewing.end(); // SRS forgot its session: the page begins a new one.
                refuse(outlet, notYet(response));
              } else {
                String list = Playlists.media(response.body(), stream, viewing.id());
                Passage.send(outlet, list(list));
              }
            });
  }

  private static boolean isGood(HttpResponse<String> response, Throwable failure) {
    return failure == null && response.statusCode() == OK;
  }

  /** SRS has a play list only when the first segment is complete. */
  private static MediaRefusal notYet(HttpResponse<String> response) {
    return response != null && response.statusCode() == 404
        ? new MediaRefusal(Reason.NOT_ON_AIR, "not-on-air.yet")
        : unavailable();
  }

  private static MediaRefusal unavailable() {
    return new MediaRefusal(Reason.UNAVAILABLE, "unavailable.viewing");
  }

  private static void refuse(Outlet outlet, MediaRefusal refusal) {
    Passage.send(outlet, noStore(Problem.of(refusal).reply(outlet.reader())));
  }

  private static Reply list(String text) {
    return noStore(Reply.of(OK, Playlists.CONTENT_TYPE, text));
  }

  private static Reply noStore(Reply reply) {
    return reply.with("Cache-Control", "no-store");
  }

  private static void pass(
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> response,
      String contentType,
      Passage passage,
      Outlet outlet) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Accel-Buffering", "no"); // nginx before Plenum shall not collect it.
    response
        .headers()
        .firstValue("Content-Length")
        .ifPresent(length -> headers.put("Content-Length", length));
    outlet.begin(OK, headers, passage::pump, passage::end);
    response.body().subscribe(passage);
  }

  private static void drop(
      HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, Throwable failure, Viewing viewing) {
    tell(failure, viewing);
    if (response != null) {
      response.body().subscribe(new Ignored());
    }
  }

  private static void tell(Throwable failure, Viewing viewing) {
    if (failure != null) { // Without the address, which holds the ticket.
      LOG.log(
          Level.DEBUG,
          "{0} did not deliver {1}: {2}",
          viewing.base(),
          viewing.stream().path(),
          failure);
    }
  }

  /** The value is a ticket that was checked, or SRS's own id: both are safe in a query. */
  private static URI uri(Viewing viewing, String file, String name, Optional<String> value) {
    String query = value.map(text -> "?" + name + "=" + text).orElse("");
    return URI.create(viewing.base() + "/" + viewing.stream().app() + "/" + file + query);
  }
}
