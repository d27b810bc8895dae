package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.Seat.Right;
import plenum.media.StreamId;
import plenum.testing.HookRelay;
import plenum.testing.NeedsSrs;
import plenum.testing.PlenumServer;
import plenum.testing.RealSrs;
import plenum.testing.Waiting;

/**
 * What is on air stays true when hooks are lost and when either side is started anew. The peers are
 * no pages of ours, so that nothing but Plenum and SRS can put it right.
 */
@NeedsSrs
class SrsFaultsIT {

  /** So long it may take as documented, and as long again on a machine that is busy with tests. */
  private static final Duration HEALED = Duration.ofSeconds(20);

  private static HookRelay relay;
  private static RealSrs srs;
  private static PlenumServer server;

  @RegisterExtension final Parties parties = new Parties(server);

  @BeforeAll
  static void start() {
    server = PlenumServer.startAt(SrsFaultsIT::settings);
  }

  private static Map<String, String> settings(int plenumPort) {
    relay = new HookRelay(plenumPort);
    srs = RealSrs.prepare().hooksTo(relay.port()).start();
    return srs.access().settings();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop();
      srs.close();
      relay.close();
    }
  }

  @AfterEach
  void bringHooksBack() {
    relay.lose(false);
  }

  private static void awaitHealed(String what, long began, BooleanSupplier condition) {
    Waiting.until(what, HEALED, condition::getAsBoolean, Boolean::booleanValue);
    System.out.printf("Healed after %.1f s: %s.%n", (System.nanoTime() - began) / 1e9, what);
  }

  private Peer publisher(Right right) {
    Peer publisher = parties.peer();
    assertEquals(201, publisher.publish(right.url()).status());
    return publisher;
  }

  private static void awaitOnAir(Seat seat, StreamId stream) {
    Waiting.until("it on air", HEALED, () -> seat.onAir(stream), Optional::isPresent);
  }

  @Test
  void aPublisherWhoseBeginningWasLostIsOnAir() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    relay.lose(true);
    long began = System.nanoTime();

    publisher(right);

    awaitHealed("a lost on_publish", began, () -> ada.onAir(right.stream()).isPresent());
    Peer player = parties.peer();
    assertEquals(201, player.play(ada.play(right.stream())).status());
    player.awaitMedia();
  }

  @Test
  void aPublisherWhoseEndWasLostIsOffAir() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer publisher = publisher(right);
    awaitOnAir(ada, right.stream());
    relay.lose(true);

    long began = System.nanoTime();
    publisher.hangUp();

    awaitHealed("a lost on_unpublish", began, () -> ada.onAir(right.stream()).isEmpty());
  }

  @Test
  void whatAnEarlierSrsHadIsOffAir() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right);
    awaitOnAir(ada, right.stream());

    long began = System.nanoTime();
    srs.kill();
    HttpResponse<String> refused = new Door(server).offer(ada.play(right.stream()), Door.OFFER);
    assertEquals(503, refused.statusCode(), refused.body());
    assertEquals("unavailable", Door.json(refused).getString("code"));
    assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    srs.start();

    awaitHealed("SRS killed and started again", began, () -> ada.onAir(right.stream()).isEmpty());
    Right again = ada.publish();
    publisher(again);
    awaitOnAir(ada, again.stream());
  }

  @Test
  void whatAnEarlierPlenumHadIsEndedOnSrs() {
    Right right;
    try (Seat ada = Seat.inNewRoom(server)) {
      right = ada.publish();
      publisher(right);
      awaitOnAir(ada, right.stream());
    }
    assertTrue(srs.access().clients().contains(right.stream().name()));

    server.restart();

    awaitHealed(
        "Plenum ready again",
        System.nanoTime(),
        () -> !srs.access().clients().contains(right.stream().name()));
  }

  @Test
  void aPlenumThatIsAwayLetsNobodyInAndDisturbsNobody() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right);
    Peer player = parties.peer();
    player.play(ada.play(right.stream()));
    player.awaitMedia();

    server.kill();

    player.awaitMedia();
    server.restart();
  }
}
