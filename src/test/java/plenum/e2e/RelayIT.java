package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.Chromium;
import plenum.testing.Coturn;
import plenum.testing.EmbeddedOnly;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;

/** Somebody takes part from behind a firewall that lets nothing pass but https and TURN by TCP. */
@EmbeddedOnly("it is about the way to the engine")
class RelayIT {

  private static FirewalledNetwork network;
  private static Coturn relay;
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
    network = FirewalledNetwork.openOrSkip(RelayIT.class, Coturn::missing);
    relay = new Coturn(network.server());
    server = PlenumServer.start(relay.settings());
    playwright = Chromium.playwright();
    browser = network.launch(playwright, server);
  }

  @AfterAll
  static void close() {
    if (network != null) {
      browser.close();
      playwright.close();
      server.stop();
      relay.close();
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

  @Test
  void meetsThroughARelay() {
    network.allowBut("meta l4proto udp drop", "tcp dport " + server.mediaPort() + " drop");
    Person bob = people.newcomer("Bob").at(network.site(server)).in(browser).arrive();
    RoomPage bobsPage = bob.enter(room);

    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);

    bobsPage.awaitWay(ada, "relay");
    bobsPage.openDevices();
    assertThat(bobsPage.page().locator("#connection-way")).containsText("relay");
    adasPage.openDevices();
    assertThat(adasPage.page().locator("#connection-way")).containsText("by UDP");
    assertFalse(server.output().contains(relay.settings().get("plenum.media.turn.secret")));
  }
}
