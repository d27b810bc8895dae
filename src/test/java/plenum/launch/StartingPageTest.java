package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartingPageTest {

  private final StartingPage page = open();

  private static StartingPage open() {
    try {
      return StartingPage.open(0);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @AfterEach
  void close() {
    page.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + page.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void saysThatPlenumStartsWithTheHeadersOfAllPages() throws Exception {
    var english = get("/rooms?x=%3Cscript%3E1", "Accept", "text/html", "Accept-Language", "en");

    assertEquals(503, english.statusCode());
    assertTrue(english.body().contains("Plenum is starting."), english.body());
    assertFalse(english.body().contains("<script>1"), english.body());
    for (String header :
        new String[] {"Content-Security-Policy", "Permissions-Policy", "Retry-After"}) {
      assertTrue(english.headers().firstValue(header).isPresent(), header);
    }
    assertEquals("nosniff", english.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("no-store", english.headers().firstValue("Cache-Control").orElse(""));
    var german = get("/", "Accept", "text/html", "Accept-Language", "de-AT,en;q=0.5");
    assertTrue(german.body().contains("Plenum startet gerade."), german.body());
    assertTrue(german.body().contains("lang=\"de\""), german.body());
  }

  @Test
  void answersWhoWantsNoPageWithAProblemAndHealthWithAStatus() throws Exception {
    var door = get("/rtc/v1/whip/");
    assertEquals(503, door.statusCode());
    assertEquals("application/problem+json", door.headers().firstValue("Content-Type").orElse(""));

    assertEquals(503, get("/health/ready").statusCode());
    assertTrue(get("/health").body().contains("\"status\":\"DOWN\""));
    assertEquals(200, get("/health/live").statusCode());
  }

  /** Longer than any of them is waited for, nobody gets an answer who waits behind all of them. */
  @Test
  void isAliveBesideClientsThatSendSlowly() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        slow.add(new Socket("localhost", page.port()));
        String head = i % 2 == 0 ? "GET / HT" : "POST / HTTP/1.1\r\nContent-Length: 5000\r\n\r\nx";
        slow.get(i).getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      }
      Thread.sleep(200); // Until they were seen.
      assertEquals(200, get("/health/live").statusCode());
      slow.get(0).setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, () -> slow.get(0).getInputStream().read());
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
  }

  @Test
  void leavesThePortWhenTheApplicationSaysSo() throws Exception {
    int port = page.port();
    get("/", "Accept", "text/html");
    ((Runnable) System.getProperties().get(StartingPage.READY)).run();

    try (ServerSocket payaras = new ServerSocket(port)) {
      assertEquals(port, payaras.getLocalPort());
    }
    assertFalse(System.getProperties().containsKey(StartingPage.READY));
  }
}
