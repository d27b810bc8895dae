package plenum.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.http.EncodingFilter;
import org.glassfish.grizzly.http.GZipContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;

/** A listener as the container has them, before an application that answers what was asked. */
final class ListenerForTests implements AutoCloseable {

  private static final EncodingFilter WHERE_WISHED =
      new EncodingFilter() {
        @Override
        public boolean applyEncoding(HttpHeader answer) {
          return ((HttpResponsePacket) answer).getRequest().containsHeader("Accept-Encoding");
        }

        @Override
        public boolean applyDecoding(HttpHeader request) {
          return true;
        }
      };

  private final CountDownLatch held = new CountDownLatch(1);
  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final Map<HttpRequestPacket, String> contents = new ConcurrentHashMap<>();
  private final TCPNIOTransport transport = TCPNIOTransportBuilder.newInstance().build();
  private final FilterChain chain =
      FilterChainBuilder.stateless()
          .add(new TransportFilter())
          .add(packing())
          .add(new HttpServerFilter())
          .build();
  private final int port;

  ListenerForTests() {
    try {
      transport.setProcessor(chain);
      port = ((InetSocketAddress) transport.bind("localhost", 0).getLocalAddress()).getPort();
      transport.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** As with compression. */
  private static org.glassfish.grizzly.http.HttpServerFilter packing() {
    var reader = new org.glassfish.grizzly.http.HttpServerFilter();
    reader.addContentEncoding(new GZipContentEncoding(512, 512, WHERE_WISHED));
    return reader;
  }

  FilterChain chain() {
    return chain;
  }

  int port() {
    return port;
  }

  /** Waits for the next piece of a request that comes to the application. */
  String next() throws InterruptedException {
    return String.valueOf(arrived.poll(10, TimeUnit.SECONDS));
  }

  /** Lets those go on that asked for {@code /held}. */
  void release() {
    held.countDown();
  }

  @Override
  public void close() {
    release();
    try {
      transport.shutdownNow();
    } catch (IOException gone) {
      // It is over anyway.
    }
  }

  /** Named as the container's. */
  private final class HttpServerFilter extends BaseFilter {

    @Override
    public NextAction handleRead(FilterChainContext context) {
      HttpContent content = context.getMessage();
      HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
      String piece = content.getContent().toStringContent(StandardCharsets.ISO_8859_1);
      String all = contents.merge(request, piece, String::concat);
      if (content.isLast() || request.getUpgrade() != null) {
        contents.remove(request);
        holdWhereAsked(request);
        answer(context.getConnection(), request, all);
      }
      arrived.add(piece);
      return context.getStopAction();
    }

    private void holdWhereAsked(HttpRequestPacket request) {
      if (!request.getRequestURI().endsWith("/held")) {
        return;
      }
      arrived.add("held");
      try {
        held.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
      }
    }

    /** As the path wants it: so many bytes more than was sent, or an upgrade. */
    private void answer(Connection<?> connection, HttpRequestPacket request, String content) {
      HttpResponsePacket response = request.getResponse();
      if (response.isCommitted()) {
        return;
      }
      List<String> path = List.of(request.getRequestURI().split("/"));
      if (path.contains("upgrade")) {
        response.setStatus(101);
      }
      int more = path.contains("much") ? 8_000_000 : 0;
      byte[] body = (content + "x".repeat(more)).getBytes(StandardCharsets.ISO_8859_1);
      response.setContentLength(body.length);
      send(
          connection,
          HttpContent.builder(response)
              .content(Buffers.wrap(transport.getMemoryManager(), body))
              .last(!path.contains("upgrade"))
              .build());
    }

    private <L> void send(Connection<L> connection, HttpContent answer) {
      connection.write(answer);
    }
  }
}
