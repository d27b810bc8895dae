package plenum.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.SrsProcess;
import plenum.testing.NeedsSrs;
import plenum.testing.PlenumServer;

/** Meetings whose media flows through two real SRS, given by {@code -Dsrs.binary}. */
@NeedsSrs
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SrsMeetingIT {

  private static final String SECRET = "of-this-test-only-".repeat(2);
  private static final Path CONFIGURATION = Path.of("srs-conf/plenum.conf");
  private static final List<SrsProcess> NODES = new ArrayList<>();
  private static PlenumServer server;

  @RegisterExtension private final People people = new People(SrsMeetingIT::server);

  private static synchronized PlenumServer server() {
    Path binary = SrsProcess.binary("meetings through SRS");
    if (server == null) {
      server = PlenumServer.startAt(port -> settings(binary, port));
    }
    return server;
  }

  private static Map<String, String> settings(Path binary, int plenumPort) {
    NODES.add(start(binary, plenumPort));
    NODES.add(start(binary, plenumPort));
    String nodes =
        NODES.stream().map(node -> node.api().toString()).collect(Collectors.joining(","));
    return Map.of(
        "plenum.media.nodes",
        nodes,
        "plenum.media.srs.hook-secret",
        SECRET,
        "plenum.media.srs.username",
        SrsProcess.USERNAME,
        "plenum.media.srs.password",
        SrsProcess.PASSWORD);
  }

  private static SrsProcess start(Path binary, int plenumPort) {
    Map<String, String> environment = new HashMap<>();
    String hook = "http://127.0.0.1:%d/api/hooks/srs?secret=%s".formatted(plenumPort, SECRET);
    for (String event : List.of("PUBLISH", "UNPUBLISH", "PLAY", "STOP")) {
      environment.put("SRS_VHOST_HTTP_HOOKS_ON_" + event, hook);
    }
    try {
      return SrsProcess.start(binary, CONFIGURATION, environment, UnaryOperator.identity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
    }
    NODES.forEach(SrsProcess::close);
  }

  /** The node whose list has publishers. */
  private static SrsProcess busy() {
    return NODES.stream()
        .filter(SrsProcess::isAlive)
        .filter(node -> clients(node).contains("rtc-publish"))
        .findFirst()
        .orElseThrow();
  }

  private static String clients(SrsProcess node) {
    return node.get("/api/v1/clients/?count=1000", SrsProcess.USERNAME + ":" + SrsProcess.PASSWORD)
        .body();
  }

  private static boolean hasSessions(SrsProcess node) {
    return clients(node).contains("rtc-");
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
        () -> NODES.stream().filter(SrsProcess::isAlive).mapToInt(SrsMeetingIT::publishers).sum(),
        publishers -> publishers == count);
    assertTrue(NODES.stream().allMatch(SrsProcess::isAlive), "an SRS ended by itself");
  }

  private static int publishers(SrsProcess node) {
    return clients(node).split("rtc-publish", -1).length - 1;
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

    SrsProcess killed = busy();
    killed.kill();
    long began = System.nanoTime();
    Eventually.eventually(
        "a player of the other node",
        () -> NODES.stream().filter(SrsProcess::isAlive).allMatch(SrsMeetingIT::hasSessions),
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
