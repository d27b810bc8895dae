package plenum.http;

import jakarta.ws.rs.core.Response;

/** A door's reply as Jakarta REST's. */
public final class Responses {

  private Responses() {}

  public static Response of(Reply reply) {
    Response.ResponseBuilder response = Response.status(reply.status());
    reply.headers().forEach(response::header);
    if (!reply.body().isEmpty()) {
      response.entity(reply.body());
    }
    return response.build();
  }
}
