package plenum.media.doors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import plenum.media.Doorkeeper;
import plenum.media.MediaRefusal;
import plenum.media.NodeAnswer;
import plenum.media.NodeOffer;
import plenum.media.StreamAction;
import plenum.media.StreamId;

/**
 * SRS's older API: offer and answer inside JSON. Failures have SRS's {@code {"code":400}}, and
 * beside it a proper status and a sentence.
 */
@ApplicationScoped
public class JsonDoor {

  private static final int FAILURE = 400;
  private static final String URL_SHAPE = "The streamurl must be webrtc://host/app/stream.";

  private Doorkeeper doorkeeper;
  private Envelope envelope;

  /** For the container's proxy. */
  protected JsonDoor() {}

  @Inject
  JsonDoor(Doorkeeper doorkeeper, Envelope envelope) {
    this.doorkeeper = doorkeeper;
    this.envelope = envelope;
  }

  private record Call(StreamId stream, Query query, String sdp) {}

  /** A POST to {@code /rtc/v1/publish/} or {@code /rtc/v1/play/}. */
  Reply post(StreamAction action, DoorRequest request) {
    try {
      Call call = read(Body.text(request.body()));
      Optional<String> ticket = request.ticket(call.query()).or(request::ticket);
      NodeOffer offer = new NodeOffer(call.stream(), call.sdp(), request.remote());
      return success(doorkeeper.admit(action, ticket, offer));
    } catch (MediaRefusal refusal) {
      return failure(Problem.of(refusal));
    } catch (ProblemException e) {
      return failure(e.problem());
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

  private Reply failure(Problem problem) {
    String body =
        envelope
            .answer(FAILURE)
            .add("reason", problem.code())
            .add("message", problem.detail())
            .build()
            .toString();
    return problem.explain(Reply.of(problem.status(), Reply.JSON, body));
  }

  private static Call read(String body) {
    JsonObject json = object(body);
    String sdp = text(json, "sdp");
    URI url = url(text(json, "streamurl"));
    Query query = Query.parse(Optional.ofNullable(url.getRawQuery()).orElse(""));
    return new Call(stream(url), query, sdp);
  }

  /** Parsson throws a bare RuntimeException for what is nested too deeply. */
  private static JsonObject object(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    } catch (RuntimeException notAnObject) {
      throw malformed("The content must be a JSON object with sdp and streamurl.");
    }
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException notAUrl) {
      throw malformed(URL_SHAPE);
    }
  }

  private static String text(JsonObject json, String name) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw malformed("The JSON must have the string " + name + ".");
  }

  private static StreamId stream(URI url) {
    String[] parts = Optional.ofNullable(url.getRawPath()).orElse("").split("/");
    if (parts.length != 3) {
      throw malformed(URL_SHAPE);
    }
    return new StreamId(parts[1], parts[2]);
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(Problem.malformed(detail));
  }
}
