package plenum.media.srs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The parts of SRS's HTTP API that Plenum uses, for the faults that a real one cannot be made to
 * show.
 */
public final class FakeSrs implements AutoCloseable {

  static final String ANSWER =
      "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n"
          + "m=video 9 UDP/TLS/RTP/SAVPF 108\r\na=rtpmap:108 H264/90000\r\n";

  /** How it treats offers, or everything. */
  enum Mood {
    WELL,
    /** Closes the connection without an answer, as SRS 6 refuses offers. */
    CLOSES,
    /** 500 to everything. */
    FAILS,
    /** Takes requests and never answers. */
    SILENT
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  final Map<String, String> clients = Collections.synchronizedMap(new LinkedHashMap<>());
  final Map<String, String> streams = Collections.synchronizedMap(new LinkedHashMap<>());
  volatile Mood mood = Mood.WELL;
  volatile Mood offers = Mood.WELL;
  volatile String service = "first";
  volatile double load = 0.1;

  /** Run before each answer. */
  volatile Runnable meanwhile = () -> {};

  volatile Optional<String> forwardedFor = Optional.empty();

  public FakeSrs() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Lists a session. */
  void client(String id, String path, boolean publish) {
    clients.put(
        id,
        """
        {"id":"%s","url":"%s","ip":"127.0.0.1","publish":%s,"alive":60.5,"recv_bytes":7,"send_bytes":9}\
        """
            .formatted(id, path, publish));
  }

  /** Lists a stream; {@code tracks} is the JSON of its video and audio. */
  void stream(String app, String name, String publisherId, String tracks) {
    streams.put(
        name,
        """
        {"app":"%s","name":"%s","recv_bytes":7,"send_bytes":9,"publish":{"active":true,"cid":"%s"},%s}\
        """
            .formatted(app, name, publisherId, tracks));
  }

  private void handle(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String uri = exchange.getRequestURI().toString();
    requests.add(exchange.getRequestMethod() + " " + uri);
    meanwhile.run();
    forwardedFor = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Forwarded-For"));
    Mood now = uri.startsWith("/rtc/") && mood == Mood.WELL ? offers : mood;
    switch (now) {
      case CLOSES -> exchange.close();
      case FAILS -> answer(exchange, 500, "oops");
      case SILENT -> { // The client gives up.
      }
      default -> serve(exchange, uri);
    }
  }

  private void serve(HttpExchange exchange, String uri) throws IOException {
    if (uri.startsWith("/rtc/") && exchange.getRequestMethod().equals("POST")) {
      String location = "/rtc/v1/whip/?action=delete&token=tok&app=a&stream=s&session=srv:Gc4+/";
      exchange.getResponseHeaders().add("Location", location);
      answer(exchange, 201, ANSWER);
    } else if (uri.startsWith("/rtc/")) {
      answer(exchange, 200, "");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      boolean known = clients.remove(uri.substring("/api/v1/clients/".length())) != null;
      answer(exchange, 200, "{\"code\":%d}".formatted(known ? 0 : 2049));
    } else {
      answer(exchange, 200, json(uri));
    }
  }

  private String json(String uri) {
    String envelope =
        "{\"code\":0,\"server\":\"vid-fake\",\"service\":\"%s\",\"pid\":\"1\",".formatted(service);
    if (uri.startsWith("/api/v1/versions")) {
      return envelope + "\"data\":{\"version\":\"6.0.157\"}}";
    }
    if (uri.startsWith("/api/v1/summaries")) {
      return envelope
          + "\"data\":{\"ok\":true,\"self\":{\"srs_uptime\":60,\"cpu_percent\":"
          + load
          + "}}}";
    }
    boolean ofStreams = uri.startsWith("/api/v1/streams");
    String all = String.join(",", ofStreams ? streams.values() : clients.values());
    return envelope + (ofStreams ? "\"streams\":[" : "\"clients\":[") + all + "]}";
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
