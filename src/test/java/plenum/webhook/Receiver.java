package plenum.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A server that is told what happens. */
public final class Receiver implements AutoCloseable {

  /** A message that came. */
  public record Got(String path, Map<String, List<String>> headers, String body) {

    /** What it is about. */
    public String event() {
      return body.replaceFirst("\\{\"type\":\"([a-z.]+)\".*", "$1");
    }

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /** What is done about a request. */
  @FunctionalInterface
  public interface Manner {
    void answer(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final Optional<SSLContext> tls;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Got> got = new CopyOnWriteArrayList<>();

  /** Answers every message by 204. */
  public Receiver() {
    this(exchange -> exchange.sendResponseHeaders(204, -1));
  }

  public Receiver(Manner manner) {
    this(manner, Optional.empty());
  }

  Receiver(Manner manner, Optional<SSLContext> tls) {
    this.tls = tls;
    try {
      InetSocketAddress here = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
      server = tls.isPresent() ? HttpsServer.create(here, 50) : HttpServer.create(here, 50);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (server instanceof HttpsServer safe) {
      safe.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> take(exchange, manner));
    server.start();
  }

  private void take(HttpExchange exchange, Manner manner) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    got.add(
        new Got(
            exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body));
    try (exchange) {
      manner.answer(exchange);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  public URI address() {
    return address("127.0.0.1");
  }

  URI address(String host) {
    String scheme = tls.isPresent() ? "https://" : "http://";
    return URI.create(scheme + host + ":" + server.getAddress().getPort() + "/hook");
  }

  /** All that came until now. */
  public List<Got> got() {
    return got;
  }

  /** Answers what a receiver says. */
  static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
