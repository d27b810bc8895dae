package plenum.gate;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import plenum.http.Reply;

/** Answers that are given before the container sees a request. */
final class Answers {

  /** Of answers that the container gives by itself; those of the application have their own. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin");

  private Answers() {}

  /** Sets what no answer shall be without; whoever answers may set it otherwise. */
  static void harden(HttpResponsePacket response) {
    HEADERS.forEach(response::setHeader);
  }

  /** The same where nobody has set it yet. */
  static void hardenMissing(HttpResponsePacket response) {
    if (!response.containsHeader("Content-Security-Policy")) {
      harden(response);
    }
  }

  /** Answers, and reads no more of what the client sends: over HTTP/1 the connection ends. */
  static void finish(Connection<?> connection, HttpRequestPacket request, Reply reply) {
    Upgrades.forget(request);
    HttpResponsePacket response = request.getResponse();
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setContentLength(body.length);
    boolean alone = !Upgrades.isStream(request);
    if (alone) {
      response.setHeader("Connection", "close");
      response.getProcessingState().setKeepAlive(false);
    }
    HttpContent content =
        HttpContent.builder(response)
            .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body))
            .last(true)
            .build();
    send(connection, content, alone);
  }

  private static <L> void send(Connection<L> connection, HttpContent content, boolean alone) {
    connection.write(
        content,
        new EmptyCompletionHandler<WriteResult<HttpContent, L>>() {
          @Override
          public void completed(WriteResult<HttpContent, L> written) {
            if (alone) {
              connection.closeSilently();
            }
          }

          @Override
          public void failed(Throwable gone) {
            if (alone) {
              connection.terminateSilently();
            }
          }
        });
  }
}
