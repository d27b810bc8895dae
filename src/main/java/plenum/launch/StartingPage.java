package plenum.launch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Answers on the port of http until the application is there, and then leaves the port to Payara
 * Micro, which opens it by {@code payara/postdeploy.txt}. Everything gets 503, a page in words and
 * with a script that waits for the real one.
 */
final class StartingPage {

  /** Under this name the application finds what it runs when it is there. */
  static final String READY = "plenum.launch.ready";

  /** Each waits for what one client sends; they are made when they are needed. */
  private static final int THREADS = 100;

  private static final String RETRY_AFTER = "2";

  private final HttpServer server;
  private final ExecutorService threads = threads();

  private StartingPage(HttpServer server) {
    this.server = server;
  }

  /**
   * Begins.
   *
   * @throws LaunchRefused if the port cannot be opened
   */
  static void openAt(int port) {
    // Who sends its request slowly does not keep a thread for long, and nobody waits for content.
    System.setProperty("sun.net.httpserver.maxReqTime", "5");
    System.setProperty("sun.net.httpserver.maxRspTime", "5");
    System.setProperty("sun.net.httpserver.drainAmount", "0");
    try {
      open(port);
    } catch (IOException taken) {
      throw new LaunchRefused(
          "The TCP port %d (--port) cannot be opened: %s.".formatted(port, taken.getMessage()));
    }
  }

  static StartingPage open(int port) throws IOException {
    StartingPage page = new StartingPage(HttpServer.create(new InetSocketAddress(port), 0));
    page.server.createContext("/", page::answer);
    page.server.setExecutor(page.threads);
    page.server.start();
    System.getProperties().put(READY, (Runnable) page::close);
    return page;
  }

  /** Whether the application has not said yet that it is there. */
  static boolean isOpen() {
    return System.getProperties().containsKey(READY);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The port is free when this returns. */
  void close() {
    System.getProperties().remove(READY);
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      String path = exchange.getRequestURI().getPath();
      boolean page = accepts(exchange, "Accept").contains("text/html");
      Answer answer =
          path.startsWith("/health/live")
              ? Answer.alive()
              : path.startsWith("/health") || !page
                  ? Answer.json(path)
                  : Answer.page(accepts(exchange, "Accept-Language"));
      send(exchange, answer);
      // A connection that is closed with content unread may take the answer along.
      body.skip(body.available());
    }
  }

  private static String accepts(HttpExchange exchange, String header) {
    return String.join(",", exchange.getRequestHeaders().getOrDefault(header, List.of()));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    for (Map.Entry<String, String> header : answer.headers().entrySet()) {
      headers.set(header.getKey(), header.getValue());
    }
    headers.set("Connection", "close");
    if (answer.status() != 200) {
      headers.set("Retry-After", RETRY_AFTER);
    }
    byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
    boolean empty = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), empty ? -1 : text.length);
    if (!empty) {
      exchange.getResponseBody().write(text);
    }
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            StartingPage::thread);
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plenum-starting");
    thread.setDaemon(true);
    return thread;
  }
}
