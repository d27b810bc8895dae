package plenum.bench;

import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import plenum.engine.ClientStatus;
import plenum.engine.EngineEvents;
import plenum.engine.EngineSettings;
import plenum.engine.EngineStatus;
import plenum.engine.LoopStatus;
import plenum.engine.MediaEngine;
import plenum.engine.MediaRefused;
import plenum.engine.SessionAnswer;
import plenum.engine.SessionOffer;
import plenum.engine.StreamName;
import plenum.engine.StreamTracks;
import plenum.engine.session.EmbeddedEngine;

/**
 * The engine alone behind the smallest WHIP and WHEP doors on loopback, open to everybody there:
 * for browser tests, and for benchmarks that measure the engine without an application server.
 *
 * <p>{@code main} takes the HTTP and the UDP port (0 for a free one), prints {@code http PORT udp
 * PORT} and runs until its standard input ends.
 */
public final class EngineProcess implements AutoCloseable {

  private static final String WHIP = "/rtc/v1/whip/";
  private static final String WHEP = "/rtc/v1/whep/";

  /** The path that tells what the engine did. */
  static final String STATUS = "/status";

  private final MediaEngine engine;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  /**
   * Starts both.
   *
   * @param httpPort 0 for a free one
   */
  public EngineProcess(int httpPort, EngineSettings settings) {
    engine = EmbeddedEngine.start(settings, new Silence());
    try {
      http = HttpServer.create(new InetSocketAddress("127.0.0.1", httpPort), 128);
    } catch (IOException e) {
      engine.close();
      throw new java.io.UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext(WHIP, exchange -> answer(exchange, engine::publish));
    http.createContext(WHEP, exchange -> answer(exchange, engine::play));
    http.createContext(STATUS, this::tell);
    http.createContext("/", EngineProcess::page);
    http.start();
  }

  /** Settings for loopback, with limits out of a benchmark's way. */
  public static EngineSettings settings(int udpPort) {
    EngineSettings defaults = EngineSettings.defaults();
    return new EngineSettings(
            udpPort,
            List.of(InetAddress.getLoopbackAddress()),
            2000,
            2000,
            200,
            20_000_000,
            defaults.connectTimeout(),
            defaults.silenceTimeout())
        .onLoops(Integer.getInteger("plenum.bench.loops", 1));
  }

  /** Runs until standard input ends. */
  public static void main(String[] args) throws IOException {
    int httpPort = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    int udpPort = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    try (EngineProcess process = new EngineProcess(httpPort, settings(udpPort))) {
      System.out.println("http " + process.httpPort() + " udp " + process.engine().port());
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }

  public MediaEngine engine() {
    return engine;
  }

  public int httpPort() {
    return http.getAddress().getPort();
  }

  /** Answers an offer. */
  private interface Door {
    SessionAnswer open(SessionOffer offer);
  }

  private void answer(HttpExchange exchange, Door door) throws IOException {
    try (exchange) {
      Map<String, String> query = query(exchange.getRequestURI());
      if (exchange.getRequestMethod().equals("DELETE")) {
        boolean ended =
            engine.end(query.getOrDefault("session", ""), query.getOrDefault("token", ""));
        reply(exchange, ended ? 200 : 404, "text/plain", "");
        return;
      }
      String sdp = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      StreamName stream =
          new StreamName(query.getOrDefault("app", "live"), query.getOrDefault("stream", ""));
      InetAddress remote = exchange.getRemoteAddress().getAddress();
      SessionAnswer answer = door.open(new SessionOffer(stream, sdp, remote));
      String location = WHIP + "?session=" + answer.session() + "&token=" + answer.token();
      exchange.getResponseHeaders().add("Location", location);
      reply(exchange, 201, "application/sdp", answer.sdp());
    } catch (MediaRefused e) {
      int status = e.reason() == MediaRefused.Reason.STREAM_BUSY ? 409 : 400;
      reply(exchange, status, "text/plain", e.reason() + ": " + e.getMessage());
    }
  }

  private static Map<String, String> query(URI uri) {
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b));
  }

  private static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream page = EngineProcess.class.getResourceAsStream("engine.html")) {
      reply(
          exchange,
          200,
          "text/html; charset=utf-8",
          new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    try (exchange) {
      EngineStatus now = engine.status();
      long[] numbers = {
        now.received(),
        now.sent(),
        now.unsent(),
        now.strange(),
        now.rejected(),
        now.overLimit(),
        now.trackless(),
        now.unread(),
        engine.loops().stream().mapToLong(LoopStatus::handedOver).sum()
      };
      String text = Arrays.stream(numbers).mapToObj(Long::toString).collect(joining(" "));
      reply(exchange, 200, "text/plain", text);
    }
  }

  /** What {@link #STATUS} told. */
  static EngineStatus status(String numbers) {
    long[] n = Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
    return new EngineStatus(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
  }

  /** How many datagrams {@link #STATUS} told that loops have handed over. */
  static long handedOver(String numbers) {
    return Long.parseLong(numbers.substring(numbers.lastIndexOf(' ') + 1));
  }

  /** The sessions, for measurements. */
  public List<ClientStatus> clients() {
    return engine.clients();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    engine.close();
  }

  /** Nobody listens. */
  private record Silence() implements EngineEvents {
    @Override
    public void published(StreamName stream, String clientId, StreamTracks tracks) {}

    @Override
    public void unpublished(StreamName stream, String clientId) {}

    @Override
    public void played(StreamName stream, String clientId) {}

    @Override
    public void stopped(StreamName stream, String clientId) {}
  }
}
