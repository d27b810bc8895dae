package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import plenum.media.Doorkeeper;
import plenum.media.MediaRefusal;
import plenum.media.NodeAnswer;
import plenum.media.NodeOffer;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/** WHIP (RFC 9725) and WHEP with SRS's parameters. */
@ApplicationScoped
public class WhipDoor {

  static final String SDP = "application/sdp";

  private Doorkeeper doorkeeper;

  /** For the container's proxy. */
  protected WhipDoor() {}

  @Inject
  WhipDoor(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /** A POST to {@code /rtc/v1/whip/}: publishes, or plays when {@code action} says so. */
  Reply whip(DoorRequest request) {
    boolean publish = request.query().get("action").orElse("publish").equals("publish");
    return post(publish ? StreamAction.PUBLISH : StreamAction.PLAY, request);
  }

  /** A POST to {@code /rtc/v1/whep/}: plays. */
  Reply whep(DoorRequest request) {
    return post(StreamAction.PLAY, request);
  }

  private Reply post(StreamAction action, DoorRequest request) {
    try {
      StreamId stream = stream(request.query());
      NodeOffer offer = new NodeOffer(stream, Body.text(request.body()), request.remote());
      NodeAnswer answer = doorkeeper.admit(action, request.ticket(), offer);
      return Reply.of(201, SDP, answer.sdp()).with("Location", location(stream, answer));
    } catch (MediaRefusal refusal) {
      return Problem.of(refusal).reply();
    } catch (ProblemException e) {
      return e.problem().reply();
    }
  }

  /**
   * A DELETE of a Location. As with SRS the answer is 200 for a session that is gone already; it is
   * the same for a wrong token, so that nobody can find out sessions.
   */
  Reply delete(DoorRequest request) {
    Query query = request.query();
    if (query.get("session").isEmpty() || query.get("token").isEmpty()) {
      return Problem.malformed("Send the Location exactly as the answer to your offer had it.")
          .reply();
    }
    try {
      doorkeeper.end(stream(query), query.get("session").get(), query.get("token").get());
      return Reply.empty(200);
    } catch (MediaRefusal refusal) {
      return Problem.of(refusal).reply();
    }
  }

  /** SRS's defaults for what the client leaves out. */
  private static StreamId stream(Query query) {
    Map<String, String> parameters = query.parameters();
    return new StreamId(
        parameters.getOrDefault("app", "live"), parameters.getOrDefault("stream", "livestream"));
  }

  /** SRS's form, to the byte: relative, always under whip, nothing escaped. */
  private static String location(StreamId stream, NodeAnswer answer) {
    return "/rtc/v1/whip/?action=delete&token=%s&app=%s&stream=%s&session=%s"
        .formatted(answer.token(), stream.app(), stream.name(), answer.session());
  }
}
