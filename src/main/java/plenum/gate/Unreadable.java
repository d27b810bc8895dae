package plenum.gate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.text.Texts;

/** What is told of a request that the container's reader of HTTP refuses, without content of it. */
final class Unreadable {

  private static final int VERSION = 505;

  private Unreadable() {}

  /**
   * Announces the content that {@link #content} makes.
   *
   * @return whether there is one: not to who asks for the head alone
   */
  static boolean announce(HttpResponsePacket response) {
    if (response.getStatus() < 400 || response.getRequest().isHeadRequest()) {
      return false;
    }
    Reply reply = reply(response);
    reply.headers().forEach(response::setHeader);
    response.setContentLength(bytes(reply).length);
    return true;
  }

  static HttpContent content(HttpResponsePacket response) {
    return HttpContent.builder(response)
        .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, bytes(reply(response))))
        .last(true)
        .build();
  }

  private static byte[] bytes(Reply reply) {
    return reply.body().getBytes(StandardCharsets.UTF_8);
  }

  private static Reply reply(HttpResponsePacket response) {
    String language = response.getRequest().getHeader("Accept-Language");
    return problem(response.getStatus())
        .reply(Texts.forHeader(Optional.ofNullable(language).orElse("")));
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 400 -> Problem.of(RequestRefused.malformed("malformed-request.head"));
      case VERSION -> Problem.of(new RequestRefused(Reason.HTTP_VERSION, "http-version"));
      default -> Problem.of(status);
    };
  }
}
