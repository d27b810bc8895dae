package plenum.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.testing.EmbeddedOnly;
import plenum.testing.PlenumServer;

/** A server whose media port somebody else has. */
@EmbeddedOnly("The port is of the engine, which is not started then.")
class MediaPortTakenIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static HttpResponse<String> get(PlenumServer server, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.url(path)).timeout(Duration.ofSeconds(10)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The port of http opens when the application is there. */
  private static HttpResponse<String> firstAnswer(PlenumServer server, String path)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return get(server, path);
      } catch (ConnectException closed) {
        if (System.nanoTime() > end) {
          throw closed;
        }
        Thread.sleep(200);
      }
    }
  }

  private static void awaitOutput(PlenumServer server, String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!server.output().contains(text) && System.nanoTime() < end) {
      Thread.sleep(200);
    }
  }

  @Test
  void comesUpWithoutMediaAndSaysWhy() throws Exception {
    try (DatagramSocket somebody = new DatagramSocket(0)) {
      String port = Integer.toString(somebody.getLocalPort());
      PlenumServer server = PlenumServer.prepare(Map.of("plenum.media.port", port));
      server.launch();
      try {
        awaitOutput(server, "Media cannot start");
        HttpResponse<String> ready = firstAnswer(server, "/health/ready");
        assertEquals(503, ready.statusCode());
        assertTrue(ready.body().contains(port), ready.body());
        assertTrue(ready.body().contains("plenum.media.port"), ready.body());
        assertEquals(200, get(server, "/api/v1/versions").statusCode());
      } finally {
        server.stop();
      }
    }
  }
}
