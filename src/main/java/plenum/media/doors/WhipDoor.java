package plenum.media.doors;

import java.util.Map;
import java.util.Optional;
import plenum.http.Body;
import plenum.http.Problem;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.media.MediaRefusal;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeIce;
import plenum.media.node.NodeOffer;
import plenum.media.stream.Doorkeeper;
import plenum.settings.SiteSettings;
import plenum.text.Refused;

/** WHIP (RFC 9725) and WHEP with SRS's parameters. */
public final class WhipDoor {

  static final String SDP = "application/sdp";

  private final Doorkeeper doorkeeper;
  private final SiteSettings site;

  WhipDoor(Doorkeeper doorkeeper, SiteSettings site) {
    this.doorkeeper = doorkeeper;
    this.site = site;
  }

  /** A POST to {@code /rtc/v1/whip/}: publishes, or plays when {@code action} says so. */
  Reply whip(DoorRequest request) {
    return post(action(true, request.query()), request);
  }

  /**
   * What an offer asks for.
   *
   * @param whip whether it comes to {@code /rtc/v1/whip/}
   */
  static StreamAction action(boolean whip, Query query) {
    boolean publish = whip && query.get("action").orElse("publish").equals("publish");
    return publish ? StreamAction.PUBLISH : StreamAction.PLAY;
  }

  /** A POST to {@code /rtc/v1/whep/}: plays. */
  Reply whep(DoorRequest request) {
    return post(StreamAction.PLAY, request);
  }

  /** A POST to {@code /rtc/v1/receive/}: receives many streams over one connection. */
  Reply receive(DoorRequest request) {
    return post(StreamAction.RECEIVE, request);
  }

  private Reply post(StreamAction action, DoorRequest request) {
    try {
      StreamId stream = stream(request.query());
      NodeOffer offer = new NodeOffer(stream, Body.text(request.body()), request.remote());
      return begin(action, request.ticket(), offer);
    } catch (Refused refused) {
      return Problem.of(refused).reply(request.reader());
    }
  }

  /**
   * Begins a session, and tells what it is.
   *
   * @throws MediaRefusal as {@link Doorkeeper#admit}
   */
  Reply begin(StreamAction action, Optional<String> ticket, NodeOffer offer) {
    NodeAnswer answer = doorkeeper.admit(action, ticket, offer);
    return Reply.of(201, SDP, answer.sdp())
        .with("Location", location(offer.stream(), answer))
        .with("ETag", NodeIce.of(answer.session()).tag())
        .with("Accept-Patch", IceFragment.TYPE);
  }

  /**
   * A DELETE of a Location. As with SRS the answer is 200 for a session that is gone already; it is
   * the same for a wrong token, so that nobody can find out sessions.
   */
  Reply delete(DoorRequest request) {
    Query query = request.query();
    try {
      doorkeeper.end(stream(query), required(query, "session"), required(query, "token"));
      return Reply.empty(200);
    } catch (Refused refused) {
      return Problem.of(refused).reply(request.reader());
    }
  }

  static String required(Query query, String parameter) {
    return query
        .get(parameter)
        .orElseThrow(() -> RequestRefused.malformed("malformed-request.location"));
  }

  /** SRS's defaults for what the client leaves out. */
  static StreamId stream(Query query) {
    Map<String, String> parameters = query.parameters();
    return new StreamId(
        parameters.getOrDefault("app", "live"), parameters.getOrDefault("stream", "livestream"));
  }

  /** SRS's form, to the byte: relative, always under whip, nothing escaped. */
  private String location(StreamId stream, NodeAnswer answer) {
    return site.path("/rtc/v1/whip/?action=delete&token=%s&app=%s&stream=%s&session=%s")
        .formatted(answer.token(), stream.app(), stream.name(), answer.session());
  }
}
