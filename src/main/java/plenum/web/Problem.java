package plenum.web;

import jakarta.ws.rs.core.Response;

/**
 * What went wrong, for a client (RFC 9457).
 *
 * @param type a URI reference that names the kind of problem
 * @param title the same for all problems of that kind
 * @param status the HTTP status
 * @param detail a sentence for a person about this one
 * @param code names the kind for programs, as in {@code docs/protocol.md}
 */
public record Problem(String type, String title, int status, String detail, String code) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of the kind that the code names. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem("urn:plenum:problem:" + code, title, status, detail, code);
  }

  /** The response that tells it. */
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
