package plenum.media.doors;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.Optional;
import plenum.http.Body;
import plenum.http.JsonText;
import plenum.http.Problem;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeAnswer;
import plenum.media.node.NodeOffer;
import plenum.media.stream.Doorkeeper;
import plenum.text.Refused;
import plenum.text.Texts;

/**
 * SRS's older API: offer and answer inside JSON. Failures have SRS's {@code {"code":400}}, and
 * beside it a proper status and a sentence. Players get no RTX, as SRS 6 has none: clients that
 * were made for its answers may read the last source that one announces and no other.
 */
public final class JsonDoor {

  private static final int FAILURE = 400;

  private final Doorkeeper doorkeeper;
  private final Envelope envelope;

  JsonDoor(Doorkeeper doorkeeper, Envelope envelope) {
    this.doorkeeper = doorkeeper;
    this.envelope = envelope;
  }

  private record Call(StreamId stream, Query query, JsonObject json) {}

  /** A POST to {@code /rtc/v1/publish/} or {@code /rtc/v1/play/}. */
  Reply post(StreamAction action, DoorRequest request) {
    try {
      Call call = read(Body.text(request.body()));
      Optional<String> ticket = request.ticket(call.query()).or(request::ticket);
      if (!(call.json().get("sdp") instanceof JsonString)) {
        doorkeeper.require(action, ticket, call.stream()); // Nobody else is told more.
      }
      String sdp = text(call.json(), "sdp");
      NodeOffer offer = new NodeOffer(call.stream(), sdp, request.remote()).withoutRepairs();
      return success(doorkeeper.admit(action, ticket, offer));
    } catch (Refused refused) {
      return failure(Problem.of(refused), request.reader());
    }
  }

  private Reply success(NodeAnswer answer) {
    String body =
        envelope
            .answer(0)
            .add("sdp", answer.sdp())
            .add("sessionid", answer.session())
            .build()
            .toString();
    return Reply.of(200, Reply.JSON, body);
  }

  private Reply failure(Problem problem, Texts reader) {
    String body =
        envelope
            .answer(FAILURE)
            .add("reason", problem.code())
            .add("message", reader.say(problem.detail()))
            .build()
            .toString();
    return problem.explain(Reply.of(problem.status(), Reply.JSON, body), reader);
  }

  private static Call read(String body) {
    JsonObject json =
        JsonText.object(body)
            .orElseThrow(() -> RequestRefused.malformed("malformed-request.no-object"));
    URI url = url(text(json, "streamurl"));
    Query query = Query.parse(Optional.ofNullable(url.getRawQuery()).orElse(""));
    return new Call(stream(url), query, json);
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notAUrl) {
      throw RequestRefused.malformed("malformed-request.url");
    }
  }

  private static String text(JsonObject json, String name) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw RequestRefused.malformed("malformed-request.member", name);
  }

  private static StreamId stream(URI url) {
    String[] parts = Optional.ofNullable(url.getRawPath()).orElse("").split("/");
    if (parts.length != 3) {
      throw RequestRefused.malformed("malformed-request.url");
    }
    return new StreamId(parts[1], parts[2]);
  }
}
