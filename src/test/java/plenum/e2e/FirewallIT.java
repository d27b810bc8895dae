package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static plenum.e2e.Eventually.eventually;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.Chromium;
import plenum.testing.EmbeddedOnly;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;

/** Somebody takes part from behind a firewall that lets no UDP pass. */
@EmbeddedOnly("it is about the engine's TCP candidates")
class FirewallIT {

  private static FirewalledNetwork network;
  private static PlenumServer server;
  private static Playwright playwright;
  private static Browser browser;

  @RegisterExtension final People people = new People(() -> server);

  private String room;
  private Person ada;
  private RoomPage adasPage;

  /** The network before the server, which then has an address there. */
  @BeforeAll
  static void open() {
    network = FirewalledNetwork.openOrSkip(FirewallIT.class, Optional::empty);
    server = PlenumServer.start(Map.of());
    playwright = Chromium.playwright();
    browser = network.launch(playwright, server);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      browser.close();
      playwright.close();
      server.stop();
      network.close();
    }
  }

  @BeforeEach
  void adaIsInARoom() {
    network.allowBut();
    room = people.room(people.roomName("Closed"));
    ada = people.named("Ada");
    adasPage = ada.enter(room);
  }

  private Person bob() {
    return people.newcomer("Bob").at(network.site(server)).in(browser).arrive();
  }

  private static String noUdp() {
    return "udp dport " + server.mediaPort() + " drop";
  }

  /** Those that are established with the media port. */
  private String connections() {
    return network.inside("ss -Htn state established dport = " + server.mediaPort());
  }

  @Test
  void meetsByTheOnePortThatIsOpenBesideHttp() {
    String open = server.port() + ", " + server.mediaPort();
    network.allowBut("meta l4proto udp drop", "tcp dport != { " + open + " } drop");
    Person bob = bob();
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);

    bobsPage.awaitWay(ada, "tcp");
    adasPage.awaitWay(bob, "udp");
    bobsPage.openDevices();
    assertThat(bobsPage.page().locator("#connection-way")).containsText("by TCP");
    adasPage.openDevices();
    assertThat(adasPage.page().locator("#connection-way")).containsText("by UDP");
  }

  @Test
  void goesOnWhenAConnectionBreaks() {
    network.allowBut(noUdp());
    Person bob = bob();
    RoomPage bobsPage = bob.enter(room);
    bobsPage.awaitMediaFrom(ada);

    network.allowBut(noUdp(), "tcp dport " + server.mediaPort() + " reject with tcp reset");
    eventually("no connection", this::connections, String::isEmpty);
    network.allowBut(noUdp());

    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitWay(ada, "tcp");
  }

  @Test
  void goesOnByTcpWhenUdpIsBlockedInTheMiddle() {
    Person bob = bob();
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    bobsPage.awaitWay(ada, "udp");

    network.allowBut(noUdp());

    bobsPage.awaitWay(ada, "tcp");
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertEquals(2, adasPage.tiles().count());
  }

  /** As in tunnels, and the least that IPv6 permits. */
  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void meetsWherePacketsHave1280BytesAtMost(String way) {
    network.mtu(1280);
    try {
      network.allowBut(way.equals("tcp") ? new String[] {noUdp()} : new String[0]);
      Person bob = bob();
      RoomPage bobsPage = bob.enter(room);
      adasPage.awaitMediaFrom(bob);
      bobsPage.awaitMediaFrom(ada);
      bobsPage.awaitWay(ada, way);
    } finally {
      network.mtu(1500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void meetsByIpv6Alone(String way) {
    String none = "meta nfproto ipv4 drop";
    network.allowBut(way.equals("tcp") ? new String[] {none, noUdp()} : new String[] {none});
    Person bob = people.newcomer("Bob").at(network.site6(server)).in(browser).arrive();
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    bobsPage.awaitWay(ada, way);
  }
}
