package plenum.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * A request that waits. Nothing more is read from its connection meanwhile, and no thread waits
 * with it.
 */
final class Suspended {

  /** Bytes that are read at once to learn whether the client left, and how often in a row. */
  private static final int SOME = 512;

  private static final int OFTEN = 64;

  private final FilterChainContext context;
  private boolean waits = true;
  private boolean hasMore;

  private Suspended(FilterChainContext context) {
    this.context = context;
  }

  static Suspended begin(FilterChainContext context) {
    context.suspend();
    return new Suspended(context);
  }

  boolean isOpen() {
    return context.getConnection().isOpen();
  }

  /**
   * Whether the client closed the connection while it waits; asked only of a request that is there
   * completely. That can be told only by reading, and what is read cannot be put back: who sends on
   * without waiting for the answer gets that one, and the connection ends after it (RFC 9112, 9.3.2
   * has such a client ask again).
   */
  synchronized boolean isLeft() {
    return waits
        && context.getConnection() instanceof NIOConnection socket
        && socket.getChannel() instanceof SocketChannel channel
        && (isAtEnd(channel) || hasMore && isForAWebSocket());
  }

  private boolean isAtEnd(SocketChannel channel) {
    ByteBuffer lost = ByteBuffer.allocate(SOME);
    try {
      int count = channel.read(lost);
      for (int i = 1; count > 0 && i < OFTEN; i++) {
        hasMore = true;
        count = channel.read(lost.clear());
      }
      return count < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private Optional<HttpRequestPacket> request() {
    return context.getMessage() instanceof HttpContent content
            && content.getHttpHeader() instanceof HttpRequestPacket request
        ? Optional.of(request)
        : Optional.empty();
  }

  private boolean isForAWebSocket() {
    return request().filter(Upgrades::isWebSocket).isPresent();
  }

  private synchronized void end() {
    waits = false;
    if (hasMore) {
      request().ifPresent(request -> request.getProcessingState().setKeepAlive(false));
    }
  }

  /** The filter that suspended it sees it again, on a thread of the container's. */
  void goOn() {
    end();
    Connection<?> connection = context.getConnection();
    try {
      ExecutorService threads = connection.getTransport().getWorkerThreadPool();
      threads.execute(context::resume);
    } catch (RejectedExecutionException stops) {
      connection.terminateSilently();
    }
  }
}
