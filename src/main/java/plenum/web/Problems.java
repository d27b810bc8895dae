package plenum.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import plenum.http.Reply;

/** How a filter answers by itself. */
final class Problems {

  private Problems() {}

  static void write(Reply reply, HttpServletResponse response) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    // As bytes: a writer would add a charset to the type, which JSON does not have.
    response.getOutputStream().write(reply.body().getBytes(StandardCharsets.UTF_8));
  }
}
