package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PlenumServer;
import plenum.testing.RawHttp;
import plenum.testing.SelfSigned;

/** People meet through reverse proxies that end TLS, with the configurations of {@code deploy/}. */
class FrontsIT {

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  @TempDir Path folder;

  private Front front;

  @BeforeAll
  static void start() {
    server = PlenumServer.start(Map.of("plenum.media.trusted-proxies", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @AfterEach
  void closeTheFront() {
    if (front != null) {
      front.close();
    }
  }

  @Test
  @NeedsFront("nginx")
  void theyMeetThroughNginx() {
    front = FrontFiles.nginx(SelfSigned.in(folder), FreePorts.tcp(), server.port());
    meet();
  }

  @Test
  @NeedsFront("caddy")
  void theyMeetThroughCaddy() {
    front = FrontFiles.caddy(SelfSigned.in(folder), FreePorts.tcp(), server.port());
    meet();
  }

  @Test
  @NeedsFront("haproxy")
  void theyMeetThroughHaproxy() {
    front = FrontFiles.haproxy(SelfSigned.in(folder), FreePorts.tcp(), server.port());
    meet();
  }

  /** The listener knows neither version of the PROXY protocol; the documents say so. */
  @Test
  void aFrontCannotTellWhoComesByTheProxyProtocol() {
    try (RawHttp connection = new RawHttp(server)) {
      String request = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
      connection.send("PROXY TCP4 192.0.2.9 127.0.0.1 50000 8090\r\n" + request);
      assertNotEquals(200, connection.answer(Duration.ofSeconds(10)).status());
    }
  }

  private void meet() {
    List<String> sockets = new CopyOnWriteArrayList<>();
    Person ada = comesThrough("Ada");
    Person bob = comesThrough("Bob");
    ada.context().onPage(page -> page.onWebSocket(socket -> sockets.add(socket.url())));
    String room = people.room(people.roomName("Meeting"));
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);

    adas.awaitMediaFrom(bob);
    bobs.awaitMediaFrom(ada);

    assertEquals("h2", protocolOf(adas.page()));
    assertTrue(
        sockets.stream().allMatch(url -> url.startsWith("wss://localhost:" + front.port() + "/")),
        sockets.toString());
    List<Cookie> cookies = ada.context().cookies();
    assertEquals(List.of(true), cookies.stream().map(cookie -> cookie.secure).toList());
    bobs.leave();
  }

  private Person comesThrough(String name) {
    return people.newcomer(name).at(front.url()).arrive();
  }

  private static Object protocolOf(Page page) {
    return page.evaluate("performance.getEntriesByType('navigation')[0].nextHopProtocol");
  }
}
