package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PlenumServer;
import plenum.testing.RealSrs;
import plenum.testing.SrsAccess;

/** Meetings whose media flows through two real SRS, given by {@code -Dsrs.binary}. */
@NeedsSrs
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SrsMeetingIT {

  private static final List<RealSrs> NODES = new ArrayList<>();
  private static PlenumServer server;

  @RegisterExtension private final People people = new People(() -> server);

  @BeforeAll
  static void start() {
    server = PlenumServer.startAt(SrsMeetingIT::settings);
  }

  private static Map<String, String> settings(int plenumPort) {
    NODES.add(RealSrs.prepare().hooksTo(plenumPort).start());
    NODES.add(RealSrs.prepare().hooksTo(plenumPort).start());
    return SrsAccess.settings(NODES.stream().map(RealSrs::access).toList());
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
    NODES.forEach(RealSrs::close);
  }

  /** The node whose list has publishers. */
  private static RealSrs busy() {
    return NODES.stream()
        .filter(RealSrs::isAlive)
        .filter(node -> node.access().publishers() > 0)
        .findFirst()
        .orElseThrow();
  }

  private static boolean hasSessions(RealSrs node) {
    return node.access().clients().contains("rtc-");
  }

  @Test
  @Order(1)
  void fourPeopleMeetAndLeaveNothingBehind() {
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    Person cleo = people.named("Cleo");
    Person dan = people.named("Dan");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    RoomPage cleosPage = cleo.enter(room);
    RoomPage dansPage = dan.enter(room);

    adasPage.awaitMediaFrom(bob, cleo, dan);
    bobsPage.awaitMediaFrom(ada, cleo, dan);
    cleosPage.awaitMediaFrom(ada, bob, dan);
    dansPage.awaitMediaFrom(ada, bob, cleo);
    assertEquals(
        1, NODES.stream().filter(SrsMeetingIT::hasSessions).count(), "a room has one node");

    dan.leave();
    cleo.leave();
    adasPage.awaitMediaFrom(bob);
    assertThat(adasPage.tiles()).hasCount(2);
    awaitPublishers(2);
  }

  private static void awaitPublishers(int count) {
    Eventually.eventually(
        count + " publishers on the nodes",
        () ->
            NODES.stream()
                .filter(RealSrs::isAlive)
                .mapToInt(node -> node.access().publishers())
                .sum(),
        publishers -> publishers == count);
    assertTrue(NODES.stream().allMatch(RealSrs::isAlive), "an SRS ended by itself");
  }

  @Test
  @Order(2)
  void aReloadIsBackInTheMeeting() {
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.page().reload();
    bobsPage.awaitSeat();
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
  }

  @Test
  @Order(3)
  void movesARoomToAnotherNodeWhenItsOwnIsKilledAndSaysSoWhenNoneIsLeft() {
    awaitPublishers(0);
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);

    RealSrs killed = busy();
    killed.kill();
    long began = System.nanoTime();
    Eventually.eventually(
        "a player of the other node",
        () -> NODES.stream().filter(RealSrs::isAlive).allMatch(SrsMeetingIT::hasSessions),
        moved -> moved);
    Eventually.eventually(
        "Bob's picture through the other node",
        () -> adasPage.stats().from(bob).map(Stats.Received::framesDecoded).orElse(0.0),
        frames -> frames > 0);
    System.out.printf(
        "A room was back %.1f s after its node was killed.%n", (System.nanoTime() - began) / 1e9);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    assertThat(adasPage.tiles()).hasCount(2);

    busy().kill();
    assertThat(adasPage.banner("media")).isVisible();
    assertThat(adasPage.tiles()).hasCount(2);
  }
}
