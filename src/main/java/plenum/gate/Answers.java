package plenum.gate;

import java.io.IOException;
import java.nio.channels.SocketChannel;
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
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.ssl.SSLUtils;
import plenum.http.Reply;

/** Answers that are given before the container sees a request. */
final class Answers {

  /** Of answers that the container gives by itself; those of the application have their own. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "same-origin");

  /** How a connection ends after an answer. */
  private enum Ending {
    NONE,
    AT_ONCE,
    /**
     * For writing now, for reading when the client has read the answer: closed with something
     * unread, it would be reset, and the answer lost on its way (RFC 9112, 9.6).
     */
    IN_STAGES
  }

  private Answers() {}

  /** Sets what no answer shall be without; whoever answers may set it otherwise. */
  static void harden(HttpResponsePacket response) {
    HEADERS.forEach(response::setHeader);
  }

  /**
   * The same where nobody has set it yet.
   *
   * @return whether that was so
   */
  static boolean hardenMissing(HttpResponsePacket response) {
    boolean missing = !response.containsHeader("Content-Security-Policy");
    if (missing) {
      harden(response);
    }
    return missing;
  }

  /** Answers, and takes no more of what the client sends: over HTTP/1 the connection ends. */
  static void finish(
      Connection<?> connection, ConnectionState state, HttpRequestPacket request, Reply reply) {
    Upgrades.forget(request);
    HttpResponsePacket response = request.getResponse();
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(reply.status());
    reply.headers().forEach(response::setHeader);
    response.setContentLength(body.length);
    Ending ending = ending(state, request);
    if (ending != Ending.NONE) {
      response.setHeader("Connection", "close");
      response.getProcessingState().setKeepAlive(false);
      state.setAnswered(System.nanoTime());
    }
    HttpContent content =
        HttpContent.builder(response)
            .content(Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, body))
            .last(true)
            .build();
    send(connection, content, ending);
  }

  private static Ending ending(ConnectionState state, HttpRequestPacket request) {
    if (Upgrades.isStream(request)) {
      return Ending.NONE;
    }
    return state.isWhole() ? Ending.AT_ONCE : Ending.IN_STAGES;
  }

  private static <L> void send(Connection<L> connection, HttpContent content, Ending ending) {
    connection.write(
        content,
        new EmptyCompletionHandler<WriteResult<HttpContent, L>>() {
          @Override
          public void completed(WriteResult<HttpContent, L> written) {
            switch (ending) {
              case NONE -> {}
              case AT_ONCE -> connection.closeSilently();
              case IN_STAGES -> closeForWriting(connection);
            }
          }

          @Override
          public void failed(Throwable gone) {
            if (ending != Ending.NONE) {
              connection.terminateSilently();
            }
          }
        });
  }

  /** TLS has an end of its own, which the whole connection's comes with. */
  private static void closeForWriting(Connection<?> connection) {
    if (connection instanceof NIOConnection socket
        && socket.getChannel() instanceof SocketChannel channel
        && SSLUtils.getSSLEngine(connection) == null) {
      try {
        channel.shutdownOutput();
      } catch (IOException gone) {
        connection.terminateSilently();
      }
    }
  }
}
