package plenum.http;

import jakarta.json.Json;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import plenum.text.Refused;
import plenum.text.Sentence;
import plenum.text.Texts;

/**
 * What went wrong, for a client (RFC 9457).
 *
 * @param status the HTTP status
 * @param code a word for programs; documented in {@code docs/media.md} and {@code docs/protocol.md}
 * @param detail a sentence for a person
 */
public record Problem(int status, String code, Sentence detail) {

  public static final String CONTENT_TYPE = "application/problem+json";

  private static final int RETRY_SECONDS = 5;

  /** A refusal's problem. */
  public static Problem of(Refused refused) {
    return new Problem(refused.status(), refused.code(), refused.sentence());
  }

  /** An error that Jakarta REST found: no such path, no such method. */
  public static Problem of(int status) {
    return switch (status) {
      case 404 -> new Problem(404, "no-such-path", Sentence.of("no-such-path"));
      case 405 -> new Problem(405, "method-not-allowed", Sentence.of("method-not-allowed"));
      default -> new Problem(status, "http-" + status, Sentence.of("http", status));
    };
  }

  /**
   * A defect of ours.
   *
   * @param id by which the log names it
   */
  static Problem internal(String id) {
    return new Problem(500, "internal", Sentence.of("internal", id));
  }

  private String title() {
    return switch (status) {
      // Jakarta REST does not know them (RFC 9110 15.5.20 and 15.5.21, RFC 4918 11.5).
      case 421 -> "Misdirected Request";
      case 422 -> "Unprocessable Content";
      case 507 -> "Insufficient Storage";
      default ->
          Optional.ofNullable(Status.fromStatusCode(status))
              .map(Status::getReasonPhrase)
              .orElse("Error");
    };
  }

  /** The answer in the reader's language, with the headers that the status asks for. */
  public Reply reply(Texts reader) {
    String body =
        Json.createObjectBuilder()
            .add("type", "urn:plenum:problem:" + code)
            .add("title", title())
            .add("status", status)
            .add("detail", reader.say(detail))
            .add("code", code)
            .build()
            .toString();
    return explain(Reply.of(status, CONTENT_TYPE, body), reader);
  }

  /** The same answer with the headers that the status and the reader's language ask for. */
  public Reply explain(Reply reply, Texts reader) {
    Reply told = reply.with("Content-Language", reader.language().toLanguageTag());
    return switch (status) {
      case 401 -> told.with("WWW-Authenticate", "Bearer realm=\"Plenum media\"");
      case 429, 503 -> told.with("Retry-After", Integer.toString(RETRY_SECONDS));
      default -> told;
    };
  }
}
