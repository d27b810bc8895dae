package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.Chromium;
import plenum.testing.EmbeddedOnly;
import plenum.testing.FirewalledNetwork;
import plenum.testing.PlenumServer;
import plenum.testing.PoorLink;

/** Somebody takes part by a link with 200 ms of round trip and 5 % of loss in each direction. */
@EmbeddedOnly("it is about what the engine sends again")
class PoorLinkIT {

  private static final Duration ONE_WAY = Duration.ofMillis(100);
  private static final double LOSS = 0.05;

  /**
   * For a while. At {@link #LOSS} browsers repair most pictures in time, and how often one stops is
   * chance: on a busy machine, which sends few, once in minutes.
   */
  private static final double HEAVY_LOSS = 0.15;

  private static FirewalledNetwork network;
  private static PoorLink link;
  private static PlenumServer server;
  private static Playwright playwright;
  private static Browser browser;

  @RegisterExtension final People people = new People(() -> server);

  /** The network before the server, which then has an address there. */
  @BeforeAll
  static void open() {
    network = FirewalledNetwork.openOrSkip(PoorLinkIT.class, PoorLink::missing);
    link = network.poorly(ONE_WAY, LOSS, 12);
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
      link.close();
      network.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void twoMeetAndStayTogether(String way) {
    String noUdp = "udp dport " + server.mediaPort() + " drop";
    network.allowBut(way.equals("tcp") ? new String[] {noUdp} : new String[0]);
    String room = people.room(people.roomName("Far away"));
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_PEERS).arrive();
    AtomicInteger adasUnneeded = unneeded(ada);
    RoomPage adasPage = ada.enter(room);
    Person bob =
        people
            .newcomer("Bob")
            .startingWith(Scripts.KEEP_PEERS)
            .at(network.site(server))
            .in(browser)
            .arrive();
    AtomicInteger bobsUnneeded = unneeded(bob);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    bobsPage.awaitWay(ada, way);

    if (way.equals("udp")) {
      link.lose(HEAVY_LOSS);
      awaitPatience(bobsPage);
      awaitPatience(adasPage);
      link.lose(LOSS);
      assertTrue(sum(bobsPage, "outbound-rtp", "retransmittedPacketsSent") > 0, "sent again");
      assertTrue(sum(bobsPage, "inbound-rtp", "nackCount") > 0, "asked for again");
      double repaired = sum(bobsPage, "inbound-rtp", "retransmittedPacketsReceived");
      assertTrue(repaired > 0, "came again by RTX");
    }
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertEquals(2, adasPage.openPeers());
    assertEquals(2, bobsPage.openPeers());
    assertEquals(2 + adasUnneeded.get(), connectionsMade(adasPage), "no connection was given up");
    assertEquals(2 + bobsUnneeded.get(), connectionsMade(bobsPage), "no connection was given up");
  }

  /** How many connections the person offered before there was anybody to receive. */
  private static AtomicInteger unneeded(Person person) {
    AtomicInteger count = new AtomicInteger();
    person
        .context()
        .onResponse(
            response -> {
              if (response.status() == 204 && response.url().contains("/receivers?")) {
                count.incrementAndGet();
              }
            });
    return count;
  }

  /** Both see pictures stop at losses, on either side of the server, and let them wait. */
  private static void awaitPatience(RoomPage page) {
    String longest =
        "Math.max(...keptPeers.flatMap((peer) => peer.getReceivers())"
            + ".map((receiver) => receiver.jitterBufferTarget))";
    eventually(
        "pictures that wait for what is sent again",
        () -> ((Number) page.page().evaluate(longest)).doubleValue(),
        milliseconds -> milliseconds >= 200);
  }

  private static Object connectionsMade(RoomPage page) {
    return page.page().evaluate("keptPeers.length");
  }

  /** Of all pictures of all connections. */
  private static double sum(RoomPage page, String type, String what) {
    Object sum =
        page.page()
            .evaluate(
                """
                async ([type, what]) => {
                  const reports = await Promise.all(keptPeers.map((peer) => peer.getStats()));
                  return reports
                    .flatMap((report) => [...report.values()])
                    .filter((one) => one.type === type && one.kind === "video")
                    .reduce((all, one) => all + (one[what] ?? 0), 0);
                }
                """,
                List.of(type, what));
    return ((Number) sum).doubleValue();
  }
}
