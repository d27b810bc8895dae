package plenum.media.viewing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A node's HTTP server, for what a real one cannot be made to do when a test wants it. */
final class NodeWeb implements AutoCloseable {

  private static final byte[] PART = new byte[8 * 1024];

  final List<String> requests = new CopyOnWriteArrayList<>();
  final AtomicLong sent = new AtomicLong();
  final CountDownLatch brokenOff = new CountDownLatch(1);
  volatile int status = 200;
  volatile boolean forgetsSessions;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  NodeWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    String uri = exchange.getRequestURI().toString();
    requests.add(uri);
    String path = exchange.getRequestURI().getPath();
    if (status != 200) {
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    } else if (path.endsWith(".flv")) {
      endless(exchange);
    } else if (path.endsWith(".ts")) {
      answer(exchange, 200, "segment " + path);
    } else if (uri.contains("hls_ctx=")) {
      String file = path.replaceAll(".*/|\\.m3u8", "");
      answer(exchange, forgetsSessions ? 404 : 200, "#EXTM3U\n" + file + "-3.ts?hls_ctx=ctx1\n");
    } else {
      answer(exchange, 200, "#EXTM3U\n" + path + "?hls_ctx=ctx1&ticket=T\n");
    }
  }

  private static void answer(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Sends as fast as the other side takes it. */
  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        out.write(PART);
        sent.addAndGet(PART.length);
      }
    } catch (IOException gone) {
      brokenOff.countDown();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
