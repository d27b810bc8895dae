package plenum.media.doors;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import plenum.media.MediaRefusal;

/**
 * An error, as RFC 9457 has it.
 *
 * @param status the HTTP status
 * @param code a word for programs; documented in {@code docs/media.md}
 * @param detail a sentence for a person
 */
public record Problem(int status, String code, String detail) {

  public static final String CONTENT_TYPE = "application/problem+json";

  private static final int RETRY_SECONDS = 5;

  /** A refusal's problem. */
  public static Problem of(MediaRefusal refusal) {
    String detail = refusal.getMessage();
    return switch (refusal.reason()) {
      case BAD_NAME -> new Problem(400, "bad-name", detail);
      case MALFORMED_OFFER -> new Problem(400, "malformed-offer", detail);
      case NO_COMMON_CODEC -> new Problem(406, "no-common-codec", detail);
      case STREAM_BUSY -> new Problem(409, "stream-busy", detail);
      case NO_TICKET -> new Problem(401, "no-ticket", detail);
      case TICKET_INVALID -> new Problem(403, "ticket-invalid", detail);
      case TICKET_EXPIRED -> new Problem(403, "ticket-expired", detail);
      case TICKET_FOR_SOMETHING_ELSE -> new Problem(403, "ticket-for-something-else", detail);
      case TICKET_USED -> new Problem(403, "ticket-used", detail);
      case STREAM_CLOSED -> new Problem(403, "stream-closed", detail);
      case TOO_MANY -> new Problem(503, "too-many-sessions", detail);
      case TOO_MANY_FROM_ADDRESS -> new Problem(429, "too-many-from-address", detail);
      case NEEDS_SRS -> new Problem(503, "needs-srs", detail);
      case NOT_ON_AIR -> new Problem(404, "not-on-air", detail);
      case TOO_MANY_VIEWERS -> new Problem(503, "too-many-viewers", detail);
      case UNAVAILABLE -> new Problem(503, "unavailable", detail);
    };
  }

  static Problem malformed(String detail) {
    return new Problem(400, "malformed-request", detail);
  }

  /** An error that Jakarta REST found: no such path, no such method. */
  public static Problem of(int status) {
    return switch (status) {
      case 404 -> new Problem(404, "no-such-path", "There is nothing at this address.");
      case 405 ->
          new Problem(405, "method-not-allowed", "This method is not served here; see Allow.");
      case 500 -> new Problem(500, "internal", "The server failed. Its log says why.");
      default -> new Problem(status, "http-" + status, "The request cannot be served.");
    };
  }

  String title() {
    return Optional.ofNullable(Status.fromStatusCode(status))
        .map(Status::getReasonPhrase)
        .orElse("Error");
  }

  /** The answer, with the headers that the status asks for. */
  public Reply reply() {
    String body =
        Json.createObjectBuilder()
            .add("type", "urn:plenum:problem:" + code)
            .add("title", title())
            .add("status", status)
            .add("detail", detail)
            .add("code", code)
            .build()
            .toString();
    return explain(Reply.of(status, CONTENT_TYPE, body));
  }

  Reply explain(Reply reply) {
    return switch (status) {
      case 401 -> reply.with("WWW-Authenticate", "Bearer realm=\"Plenum media\"");
      case 429, 503 -> reply.with("Retry-After", Integer.toString(RETRY_SECONDS));
      default -> reply;
    };
  }
}
