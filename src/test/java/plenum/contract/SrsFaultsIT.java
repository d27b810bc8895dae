package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.contract.Seat.Right;
import plenum.media.StreamId;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.SrsSite;
import plenum.testing.Waiting;

/**
 * What is on air stays true when hooks are lost and when either side is started anew. The peers are
 * no pages of ours, so that nothing but Plenum and SRS can put it right.
 */
@NeedsSrs
class SrsFaultsIT {

  /** So long it may take as documented, and as long again on a machine that is busy with tests. */
  private static final Duration HEALED = Duration.ofSeconds(20);

  @RegisterExtension static final PerClass<SrsSite> SITE = PerClass.site(SrsSite::startRelayed);

  @RegisterExtension final Parties parties = new Parties(SITE.get().server());

  @AfterEach
  void bringHooksBack() {
    SITE.get().relay().lose(false);
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
    SITE.get().relay().lose(true);
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
    SITE.get().relay().lose(true);

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
    SITE.get().srs().kill();
    HttpResponse<String> refused =
        new Door(SITE.get().server()).offer(ada.play(right.stream()), Door.OFFER);
    assertEquals(503, refused.statusCode(), refused.body());
    assertEquals("unavailable", Door.json(refused).getString("code"));
    assertTrue(refused.headers().firstValue("Retry-After").isPresent());
    SITE.get().srs().start();

    awaitHealed("SRS killed and started again", began, () -> ada.onAir(right.stream()).isEmpty());
    Right again = ada.publish();
    publisher(again);
    awaitOnAir(ada, again.stream());
  }

  @Test
  void whatAnEarlierPlenumHadIsEndedOnSrs() {
    Right right;
    try (Seat ada = Seat.inNewRoom(SITE.get().server())) {
      right = ada.publish();
      publisher(right);
      awaitOnAir(ada, right.stream());
    }
    assertTrue(SITE.get().srs().access().clients().contains(right.stream().name()));

    SITE.get().server().restart();

    awaitHealed(
        "Plenum ready again",
        System.nanoTime(),
        () -> !SITE.get().srs().access().clients().contains(right.stream().name()));
  }

  @Test
  void aPlenumThatIsAwayLetsNobodyInAndDisturbsNobody() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right);
    Peer player = parties.peer();
    player.play(ada.play(right.stream()));
    player.awaitMedia();

    SITE.get().server().kill();

    player.awaitMedia();
    SITE.get().server().restart();
  }
}
