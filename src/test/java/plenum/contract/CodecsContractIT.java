package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.contract.Peer.Offer;
import plenum.contract.Seat.Right;
import plenum.media.StreamId;
import plenum.testing.Waiting;

/** Codecs and tracks, as Chromium sends and decodes them. */
@AgainstEveryTarget
class CodecsContractIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Target target;

  @RegisterExtension final Parties parties;

  CodecsContractIT(Target target) {
    this.target = target;
    this.parties = new Parties(target.server());
  }

  private static JsonObject awaitOnAir(Seat seat, StreamId stream) {
    return Waiting.until("it on air", PATIENCE, () -> seat.onAir(stream), Optional::isPresent)
        .orElseThrow();
  }

  private Peer publisher(Right right, Offer offer) {
    Peer publisher = parties.peer();
    Peer.Answer answer = publisher.publish(right.url(), offer);
    assertEquals(201, answer.status(), answer.body());
    return publisher;
  }

  private Peer player(Seat seat, StreamId stream, Offer offer) {
    Peer player = parties.peer();
    Peer.Answer answer = player.play(seat.play(stream), offer);
    assertEquals(201, answer.status(), answer.body());
    return player;
  }

  @ParameterizedTest
  @ValueSource(strings = {"H264", "VP8", "VP9", "AV1"})
  void passesAPictureOrSaysThatItCannot(String codec) {
    Seat ada = parties.seat();
    Right right = ada.publish();
    if (!target.differences().pictures().contains(codec)) {
      Peer.Answer answer = parties.peer().publish(right.url(), Offer.of(codec));
      assertEquals(406, answer.status());
      assertTrue(answer.body().contains("\"no-common-codec\""), answer.body());
      assertTrue(answer.body().contains("H.264"), "what to do: " + answer.body());
      return;
    }
    publisher(right, Offer.of(codec));

    assertEquals(codec, awaitOnAir(ada, right.stream()).getString("codec"));
    assertEquals(codec, player(ada, right.stream(), Offer.BOTH).awaitMedia().codec());
  }

  @Test
  void choosesACodecForABrowserThatHasThemAll() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right, Offer.BOTH);

    assertEquals(
        target.differences().preferred(),
        player(ada, right.stream(), Offer.BOTH).awaitMedia().codec());
  }

  @Test
  void goesOnWhenThePublisherChangesItsCodec() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    Peer publisher = parties.peer();
    String agreed = publisher.publish(right.url(), Offer.BOTH).body();
    if (!target.differences().agreesToAllCodecs()) {
      assertEquals(1, agreed.split("a=rtpmap:[0-9]+ [A-Z0-9]+/90000", -1).length - 1, agreed);
      return;
    }
    Peer player = player(ada, right.stream(), Offer.BOTH);
    for (String codec : List.of("VP9", "VP8")) {
      publisher.changeCodec(codec);
      Waiting.until(codec, PATIENCE, () -> player.received().codec(), codec::equals);
      player.awaitMedia();
      Waiting.until(
          codec + " told",
          PATIENCE,
          () -> awaitOnAir(ada, right.stream()).getString("codec"),
          codec::equals);
    }
  }

  @Test
  void passesSoundAlone() {
    passesAlone(Offer.SOUND);
  }

  @Test
  void passesAPictureAlone() {
    passesAlone(Offer.PICTURE);
  }

  private void passesAlone(Offer alone) {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right, alone);

    JsonObject told = awaitOnAir(ada, right.stream());
    assertEquals(alone.audio(), told.getBoolean("audio"));
    assertEquals(alone.video(), told.getBoolean("video"));
    player(ada, right.stream(), alone).await(alone);
    playsMoreThanThereIs(ada, right.stream(), alone);
  }

  private void playsMoreThanThereIs(Seat seat, StreamId stream, Offer there) {
    Peer player = parties.peer();
    if (target.differences().takesSurplus()) {
      assertEquals(201, player.play(seat.play(stream), Offer.BOTH).status());
      player.await(there);
      return;
    }
    Peer.Answer answer = player.play(seat.play(stream), Offer.BOTH);
    assertEquals(406, answer.status());
    assertTrue(answer.body().contains("offer nothing else"), answer.body());
  }

  @Test
  void playsAPartOfWhatThereIs() {
    Seat ada = parties.seat();
    Right right = ada.publish();
    publisher(right, Offer.BOTH);
    awaitOnAir(ada, right.stream());

    player(ada, right.stream(), Offer.PICTURE).await(Offer.PICTURE);
    player(ada, right.stream(), Offer.SOUND).await(Offer.SOUND);
  }
}
