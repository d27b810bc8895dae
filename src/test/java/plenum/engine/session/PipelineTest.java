package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtp.Rtp;

/** Media from peer to peer through a whole engine, over ICE, DTLS and SRTP. */
class PipelineTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private byte[] video(int number) {
    return media.video(65_530 + number, 3000 * number, number == 0, (byte) number);
  }

  /** The contents in the order of the player's sequence numbers. */
  private static List<Integer> inOrder(TestPeer player) {
    return player.packets().stream()
        .sorted((a, b) -> (short) (Rtp.sequence(a, 0) - Rtp.sequence(b, 0)))
        .map(packet -> (int) TestMedia.content(packet)[0])
        .toList();
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static void awaitPackets(TestPeer player, int count) {
    player.await(count + " packets", () -> player.packets().size() == count);
  }

  @Test
  void passesMediaToEveryPlayer() {
    TestPeer publisher = fixture.publisher();
    List<TestPeer> players = List.of(fixture.player(), fixture.player(), fixture.player());
    numbers(10).forEach(i -> publisher.sendRtp(video(i)));
    for (TestPeer player : players) {
      awaitPackets(player, 10);
      assertEquals(numbers(10), inOrder(player));
    }
  }

  @Test
  void passesAudioAndVideoUnderThePlayersPayloadTypes() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(media.audio(7, 960, (byte) 42));
    awaitPackets(player, 1);
    publisher.sendRtp(video(0));
    awaitPackets(player, 2);
    TestOffer offer = TestOffer.player();
    assertEquals(offer.type("opus"), Rtp.payloadType(player.packets().get(0), 0));
    assertEquals(offer.type("VP8"), Rtp.payloadType(player.packets().get(1), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "passive", "actpass"})
  void takesEachDtlsRole(String setup) {
    TestPeer publisher =
        fixture.publish(TestOffer.publisher("VP8").setup(setup)).peer().awaitConnected();
    TestPeer player = fixture.play(TestOffer.player("VP8").setup(setup)).peer().awaitConnected();
    player.await("both events", () -> fixture.events.words().size() == 3);
    publisher.sendRtp(video(0));
    awaitPackets(player, 1);
    assertEquals(List.of(0), inOrder(player));
  }

  @Test
  void takesAPublisherThatDoesNotTellItsSources() {
    TestPeer publisher =
        fixture.publish(TestOffer.publisher("opus", "VP8").withoutSources()).peer();
    publisher.awaitConnected();
    publisher.await("the publisher", () -> fixture.events.count("published test") == 1);
    TestPeer player = fixture.player();
    publisher.sendRtp(video(0));
    awaitPackets(player, 1);
    assertEquals(List.of(0), inOrder(player));
  }

  @Test
  void passesReorderedPacketsAndDropsDuplicatesAndReplays() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    publisher.sendRtp(video(0));
    awaitPackets(player, 1);
    List<byte[]> datagrams = new ArrayList<>();
    IntStream.range(1, 40).forEach(i -> datagrams.add(publisher.protect(video(i))));
    datagrams.addAll(List.copyOf(datagrams));
    Collections.shuffle(datagrams, new Random(7));
    datagrams.forEach(publisher::send);
    awaitPackets(player, 40);
    assertEquals(numbers(40), inOrder(player));
  }

  @Test
  void asksThePublisherForWhatWasLostOnTheWay() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    List<byte[]> datagrams = numbers(20).stream().map(i -> publisher.protect(video(i))).toList();
    IntStream.range(0, 20).filter(i -> i % 5 != 3).forEach(i -> publisher.send(datagrams.get(i)));
    publisher.await("four requests", () -> requested(publisher).size() >= 4);
    requested(publisher)
        .forEach(sequence -> publisher.send(datagrams.get(sequence - 65_530 & 0xffff)));
    awaitPackets(player, 20);
    assertEquals(numbers(20), inOrder(player));
  }

  private static List<Integer> requested(TestPeer publisher) {
    return publisher.reports(Nack.class).stream()
        .flatMap(nack -> nack.sequences().stream())
        .distinct()
        .toList();
  }

  @Test
  void servesAPlayerThatCameBeforeItsPublisher() {
    TestPeer player = fixture.player();
    TestPeer publisher = fixture.publisher();
    publisher.sendRtp(video(0));
    awaitPackets(player, 1);
    assertEquals(List.of(0), inOrder(player));
  }

  @Test
  void resumesItsPlayersWhenAPublisherReturns() {
    TestPeer first = fixture.publisher();
    TestPeer player = fixture.player();
    first.sendRtp(video(0));
    awaitPackets(player, 1);
    first.leave();
    first.await("its end", () -> fixture.events.count("unpublished test") == 1);
    TestPeer second = fixture.publisher();
    second.sendRtp(media.video(30_000, 9, true, (byte) 1));
    awaitPackets(player, 2);
    byte[] before = player.packets().get(0);
    byte[] after = player.packets().get(1);
    assertEquals(Rtp.ssrc(before, 0), Rtp.ssrc(after, 0));
    assertEquals(1, Rtp.sequence(after, 0) - Rtp.sequence(before, 0) & 0xffff);
    assertEquals(1, Integer.signum(Rtp.timestamp(after, 0) - Rtp.timestamp(before, 0)));
  }

  @Test
  void sendsOnlyAudioToAPlayerWithoutThePublishersCodec() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.play(TestOffer.player("opus", "H264")).peer().awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") == 1);
    publisher.sendRtp(video(0));
    publisher.sendRtp(media.audio(7, 960, (byte) 42));
    awaitPackets(player, 1);
    assertArrayEquals(new byte[] {42}, new byte[] {player.packets().get(0)[12]});
  }

  /** A publisher that offers VP8 before the H264 that it has, as many SDKs do. */
  private TestPeer publisherOfTheSecondCodec() {
    TestPeer publisher =
        fixture.publish(TestOffer.publisher("opus", "VP8", "H264")).peer().awaitConnected();
    publisher.await("the publisher", () -> fixture.events.count("published test") == 1);
    return publisher;
  }

  private static List<Integer> types(TestPeer player) {
    return player.packets().stream().map(packet -> Rtp.payloadType(packet, 0)).toList();
  }

  @Test
  void passesWhicheverOfItsCodecsAPublisherSends() {
    TestPeer early = fixture.player();
    TestPeer publisher = publisherOfTheSecondCodec();
    TestPeer late = fixture.player();
    publisher.sendRtp(media.h264(1, 3000, (byte) 1));
    publisher.sendRtp(media.video(2, 6000, true, (byte) 2));
    TestOffer offer = TestOffer.player();
    for (TestPeer player : List.of(early, late)) {
      awaitPackets(player, 2);
      assertEquals(List.of(offer.type("H264"), offer.type("VP8")), types(player));
      assertEquals(
          1,
          Rtp.sequence(player.packets().get(1), 0) - Rtp.sequence(player.packets().get(0), 0)
              & 0xffff);
    }
  }

  @Test
  void tellsWhichCodecCameInsteadOfTheFirst() {
    TestPeer publisher = publisherOfTheSecondCodec();
    assertEquals("VP8", fixture.engine.streams().get(0).tracks().videoCodec());
    publisher.sendRtp(media.h264(1, 3000, (byte) 1));
    publisher.await("the codec", () -> fixture.events.count("published test") == 2);
    assertEquals("H264", fixture.engine.streams().get(0).tracks().videoCodec());
    publisher.leave();
    publisher.await("its end", () -> fixture.events.count("unpublished test") == 1);
  }

  @Test
  void goesOnWithAPlayerOnceThePublisherSendsWhatItCanDecode() {
    TestPeer publisher = publisherOfTheSecondCodec();
    TestPeer player = fixture.play(TestOffer.player("VP8")).peer().awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") == 1);
    publisher.sendRtp(media.h264(1, 3000, (byte) 1));
    publisher.sendRtp(media.video(2, 6000, true, (byte) 2));
    awaitPackets(player, 1);
    assertEquals(List.of(2), inOrder(player));
  }

  @Test
  void dropsWhatAPublisherSendsAboveItsBitrate() {
    try (EngineFixture narrow = new EngineFixture(EngineFixture.withBitrate(80_000))) {
      TestPeer publisher = narrow.publisher();
      TestPeer player = narrow.player();
      int packets = 50;
      for (int i = 0; i < packets; i++) {
        publisher.sendRtp(media.video(i, 0, i == 0, new byte[1000]));
      }
      player.await("every packet, or its end", () -> settled(narrow, player) == packets);
      assertTrue(narrow.engine.status().overLimit() > 0, "all of it passed");
      assertFalse(player.packets().isEmpty(), "none of it passed");
    }
  }

  private static long settled(EngineFixture fixture, TestPeer player) {
    return fixture.engine.status().overLimit() + player.packets().size();
  }
}
