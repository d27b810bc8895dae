package plenum.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between an SRS and Plenum's hooks, and loses them when a test wants: SRS hears that all is
 * well, and Plenum hears nothing.
 */
public final class HookRelay implements AutoCloseable {

  private static final String WELL = "{\"code\":0}";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int plenumPort;
  private final HttpServer entrance;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean losing;

  public HookRelay(int plenumPort) {
    this.plenumPort = plenumPort;
    try {
      entrance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    entrance.setExecutor(threads);
    entrance.createContext("/", this::handle);
    entrance.start();
  }

  /** Where SRS's hooks must lead. */
  public int port() {
    return entrance.getAddress().getPort();
  }

  /** Loses every hook from now on, or none. */
  public void lose(boolean everything) {
    losing = everything;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] hook = exchange.getRequestBody().readAllBytes();
    if (losing) {
      answer(exchange, 200, WELL);
      return;
    }
    String address = "http://127.0.0.1:" + plenumPort + exchange.getRequestURI();
    HttpRequest onward =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(hook))
            .build();
    try {
      HttpResponse<String> said = HTTP.send(onward, HttpResponse.BodyHandlers.ofString());
      answer(exchange, said.statusCode(), said.body());
    } catch (IOException nobodyThere) {
      exchange.close();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    entrance.stop(0);
    threads.shutdownNow();
  }
}
