package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.Chromium;
import plenum.testing.EmbeddedOnly;
import plenum.testing.FirewalledNetwork;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PlenumServer;
import plenum.testing.SelfSigned;

/** People who reach one TCP port and no other: https and media share it, by nginx. */
@EmbeddedOnly("SRS takes no media by TCP")
@NeedsFront("nginx")
class SharedPortIT {

  private static final int PORT = FreePorts.tcp();

  @TempDir private static Path folder;

  private static FirewalledNetwork network;
  private static PlenumServer server;
  private static Front front;
  private static Playwright playwright;
  private static Browser browser;

  @RegisterExtension final People people = new People(() -> server);

  /** The network before the server, which then has an address there. */
  @BeforeAll
  static void open() {
    network = FirewalledNetwork.openOrSkip(SharedPortIT.class, SharedPortIT::noModule);
    server =
        PlenumServer.start(
            Map.of(
                "plenum.media.trusted-proxies",
                "127.0.0.1",
                "plenum.media.tcp.advertise",
                network.server() + ":" + PORT));
    SelfSigned own = SelfSigned.in(folder);
    front = FrontFiles.nginxWithOnePort(own, PORT, server.port(), server.mediaPort());
    playwright = Chromium.playwright();
    browser = network.launch(playwright, server);
  }

  private static Optional<String> noModule() {
    Path module = Front.nginxStream();
    return Files.exists(module)
        ? Optional.empty()
        : Optional.of("There is no " + module + "; src/build/fronts.sh says why.");
  }

  @AfterAll
  static void close() {
    if (network != null) {
      browser.close();
      playwright.close();
      front.close();
      server.stop();
      network.close();
    }
  }

  @Test
  void twoMeetByThePortOfHttpsAlone() {
    network.allowBut("meta l4proto udp drop", "tcp dport != " + PORT + " drop");
    String room = people.room(people.roomName("Closed"));
    Person ada = closedIn("Ada");
    Person bob = closedIn("Bob");

    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    bobsPage.awaitWay(ada, "tcp");
    adasPage.awaitWay(bob, "tcp");
    String media = network.inside("ss -Htn state established dport != " + PORT);
    assertEquals("", media, "connections to other ports");
  }

  private Person closedIn(String name) {
    URI https = URI.create("https://" + network.server() + ":" + PORT + "/");
    return people.newcomer(name).at(https).in(browser).arrive();
  }

  @Test
  void somebodyWithOpenWaysMeetsThemByUdp() {
    network.allowBut("meta l4proto udp drop", "tcp dport != " + PORT + " drop");
    String room = people.room(people.roomName("Half closed"));
    Person ada = people.named("Ada");
    Person bob = closedIn("Bob");

    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitWay(bob, "udp");
    bobsPage.awaitWay(ada, "tcp");
  }
}
