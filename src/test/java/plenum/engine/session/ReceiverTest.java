package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.ClientStatus;
import plenum.engine.MediaRefused;
import plenum.engine.Reception;
import plenum.engine.Reception.Picture;
import plenum.engine.Slots;
import plenum.engine.StreamName;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtp.Rtp;

/** One session that receives many streams: slots 0 and 1 are for pictures, 2 and 3 for sound. */
class ReceiverTest {

  private static final StreamName ADA = new StreamName("live", "ada");
  private static final StreamName BOB = new StreamName("live", "bob");

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  /** By publisher, the number of its last packet. */
  private final Map<TestPeer, Integer> numbers = new HashMap<>();

  @AfterEach
  void close() {
    fixture.close();
  }

  private TestPeer publisher(StreamName stream) {
    return fixture.publisher(stream, TestOffer.publisher("opus", "VP8"));
  }

  private static Picture picture(StreamName stream) {
    return new Picture(stream, 720, 0);
  }

  private static Reception pictures(Map<String, StreamName> slots) {
    return new Reception(
        slots.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, slot -> picture(slot.getValue()))),
        Set.of());
  }

  private void assign(EngineFixture.Client receiver, Reception wanted) {
    assertTrue(
        fixture.engine.assign(receiver.answer().session(), receiver.answer().token(), wanted));
  }

  private void sendVideo(TestPeer publisher, boolean keyFrame, int content) {
    int number = numbers.merge(publisher, 1, Integer::sum);
    publisher.sendRtp(media.video(number, 3000 * number, keyFrame, (byte) content));
  }

  private void sendAudio(TestPeer publisher, int content) {
    int number = numbers.merge(publisher, 1, Integer::sum);
    publisher.sendRtp(media.audio(number, 960 * number, (byte) content));
  }

  private static List<Integer> contents(TestPeer receiver) {
    return receiver.packets().stream().map(packet -> (int) packet[packet.length - 1]).toList();
  }

  private static byte[] awaitContent(TestPeer receiver, int content) {
    receiver.await("the packet " + content, () -> contents(receiver).contains(content));
    return receiver.packets().get(contents(receiver).indexOf(content));
  }

  @Test
  void getsPicturesOfSeveralStreamsEachInItsSlot() {
    TestPeer ada = publisher(ADA);
    TestPeer bob = publisher(BOB);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, pictures(Map.of("0", ADA, "1", BOB)));
    sendVideo(ada, true, 1);
    sendVideo(bob, true, 2);
    int first = Rtp.ssrc(awaitContent(receiver.peer(), 1), 0);
    int second = Rtp.ssrc(awaitContent(receiver.peer(), 2), 0);
    assertTrue(first != second);
    assertTrue(receiver.answer().sdp().contains("a=ssrc:" + Integer.toUnsignedString(first)));
    assertTrue(receiver.answer().sdp().contains("a=msid:slot0 video"));
    assertTrue(receiver.answer().sdp().contains("a=msid:slot1 audio"));
  }

  @Test
  void goesOnInTheSameSlotWithAnotherStreamFromItsKeyFrameOn() {
    TestPeer ada = publisher(ADA);
    TestPeer bob = publisher(BOB);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, pictures(Map.of("0", ADA)));
    sendVideo(ada, true, 1);
    byte[] before = awaitContent(receiver.peer(), 1);
    assign(receiver, pictures(Map.of("0", BOB)));
    bob.await("a wish", () -> !bob.reports(PictureLossIndication.class).isEmpty());
    sendVideo(bob, false, 2);
    sendVideo(bob, true, 3);
    byte[] after = awaitContent(receiver.peer(), 3);
    assertFalse(contents(receiver.peer()).contains(2));
    assertEquals(Rtp.ssrc(before, 0), Rtp.ssrc(after, 0));
    assertEquals(1, (short) (Rtp.sequence(after, 0) - Rtp.sequence(before, 0)));
    assertTrue(Rtp.timestamp(after, 0) - Rtp.timestamp(before, 0) > 0);
  }

  @Test
  void leavesNoGapWhereAStreamComesBackIntoItsSlot() {
    TestPeer ada = publisher(ADA);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, pictures(Map.of("0", ADA)));
    sendVideo(ada, true, 1);
    byte[] before = awaitContent(receiver.peer(), 1);
    assign(receiver, Reception.NOTHING);
    for (int i = 0; i < 20; i++) {
      sendVideo(ada, false, 50);
    }
    assign(receiver, pictures(Map.of("0", ADA)));
    sendVideo(ada, true, 2);
    byte[] after = awaitContent(receiver.peer(), 2);
    assertEquals(1, (short) (Rtp.sequence(after, 0) - Rtp.sequence(before, 0)));
  }

  @Test
  void asksAgainForAKeyFrameThatDoesNotCome() {
    TestPeer ada = publisher(ADA);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, pictures(Map.of("0", ADA)));
    sendVideo(ada, true, 1);
    awaitContent(receiver.peer(), 1);
    assign(receiver, Reception.NOTHING);
    int before = ada.reports(PictureLossIndication.class).size();
    assign(receiver, pictures(Map.of("0", ADA)));
    ada.await("a second wish", () -> ada.reports(PictureLossIndication.class).size() >= before + 2);
  }

  @Test
  void waitsForAStreamThatIsNotThere() {
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("1", picture(ADA)), Set.of(ADA)));
    TestPeer ada = publisher(ADA);
    sendVideo(ada, true, 1);
    sendAudio(ada, 2);
    awaitContent(receiver.peer(), 1);
    awaitContent(receiver.peer(), 2);
    assertEquals(1, fixture.events.count("played ada"));
    assertEquals(
        List.of(1), fixture.engine.streams().stream().map(stream -> stream.players()).toList());
  }

  @Test
  void sendsNoPictureThatIsNotShown() {
    TestPeer ada = publisher(ADA);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("0", new Picture(ADA, 0, 0)), Set.of(ADA)));
    sendVideo(ada, true, 1);
    sendAudio(ada, 2);
    awaitContent(receiver.peer(), 2);
    assertEquals(List.of(2), contents(receiver.peer()));
  }

  @Test
  void hearsEverybodyBesideTheirPictureAndIsToldInWhichSlot() {
    TestPeer ada = publisher(ADA);
    TestPeer bob = publisher(BOB);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("1", picture(ADA)), Set.of(ADA, BOB)));
    assertEquals(1, fixture.events.count("receiver hears {2=bob, 3=ada}"));
    sendAudio(ada, 1);
    sendAudio(bob, 2);
    int adas = Rtp.ssrc(awaitContent(receiver.peer(), 1), 0);
    assertTrue(adas != Rtp.ssrc(awaitContent(receiver.peer(), 2), 0));
    assign(receiver, new Reception(Map.of(), Set.of(ADA)));
    assertEquals(1, fixture.events.count("receiver hears {3=ada}"));
    sendAudio(bob, 3);
    sendAudio(ada, 4);
    assertEquals(adas, Rtp.ssrc(awaitContent(receiver.peer(), 4), 0));
    assertFalse(contents(receiver.peer()).contains(3));
  }

  @Test
  void isOnePlayerOfAStreamWithPictureAndSound() {
    publisher(ADA);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("0", picture(ADA)), Set.of(ADA)));
    assertEquals(1, fixture.events.count("played ada"));
    assertEquals(List.of(ADA), played());
    assign(receiver, pictures(Map.of("0", ADA)));
    assertEquals(0, fixture.events.count("stopped ada"));
    assign(receiver, Reception.NOTHING);
    assertEquals(1, fixture.events.count("stopped ada"));
    assertEquals(List.of(), played());
  }

  private List<StreamName> played() {
    return fixture.engine.clients().stream()
        .filter(client -> !client.publisher())
        .map(ClientStatus::stream)
        .toList();
  }

  @Test
  void losesOneStreamAloneByAKick() {
    publisher(ADA);
    TestPeer bob = publisher(BOB);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("0", picture(ADA), "1", picture(BOB)), Set.of(ADA, BOB)));
    String adas =
        fixture.engine.clients().stream()
            .filter(client -> !client.publisher() && client.stream().equals(ADA))
            .map(ClientStatus::id)
            .findFirst()
            .orElseThrow();
    assertTrue(fixture.engine.kick(adas));
    assertFalse(fixture.engine.kick(adas));
    assertEquals(List.of(BOB), played());
    sendVideo(bob, true, 2);
    awaitContent(receiver.peer(), 2);
    assertFalse(receiver.peer().isEnded());
  }

  @Test
  void stopsAllWhenItEnds() {
    publisher(ADA);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, new Reception(Map.of("0", picture(ADA)), Set.of(ADA, BOB)));
    assertTrue(fixture.engine.end(receiver.answer().session(), receiver.answer().token()));
    assertEquals(1, fixture.events.count("stopped ada"));
    assertEquals(1, fixture.events.count("stopped bob"));
    assertEquals(
        List.of(ADA), fixture.engine.streams().stream().map(stream -> stream.name()).toList());
    assertFalse(
        fixture.engine.assign(
            receiver.answer().session(), receiver.answer().token(), Reception.NOTHING));
  }

  @Test
  void repairsAndAsksInTheSlotThatIsMeant() {
    TestPeer ada = publisher(ADA);
    TestPeer bob = publisher(BOB);
    EngineFixture.Client receiver = fixture.receive(2, 2);
    assign(receiver, pictures(Map.of("0", ADA, "1", BOB)));
    sendVideo(ada, true, 1);
    sendVideo(bob, true, 2);
    awaitContent(receiver.peer(), 1);
    byte[] bobs = awaitContent(receiver.peer(), 2);
    int before = bob.reports(PictureLossIndication.class).size();
    receiver.peer().sendRtcp(new Nack(1, Rtp.ssrc(bobs, 0), List.of(Rtp.sequence(bobs, 0))));
    receiver.peer().await("it again", () -> receiver.peer().rtpDatagrams() == 3);
    receiver.peer().sendRtcp(new PictureLossIndication(1, Rtp.ssrc(bobs, 0)));
    bob.await("a wish", () -> bob.reports(PictureLossIndication.class).size() > before);
    sendVideo(bob, false, 3);
    byte[] next = awaitContent(receiver.peer(), 3);
    assertArrayEquals(new byte[] {3}, TestMedia.content(next));
  }

  @Test
  void refusesMoreSlotsThanAreGiven() {
    TestPeer peer = fixture.peers.peer();
    String offer = peer.offer(TestOffer.receiver(3, 2));
    MediaRefused refused =
        assertThrows(
            MediaRefused.class,
            () ->
                fixture.engine.receive(
                    EngineFixture.offer(EngineFixture.RECEIVER, offer), new Slots(2, 2)));
    assertEquals(MediaRefused.Reason.UNSUPPORTED_OFFER, refused.reason());
    assertThrows(
        MediaRefused.class,
        () -> fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, offer)));
  }

  @Test
  void tellsWhoSpeaksByTheLevelsAndNothingWithoutThem() {
    TestPeer speaker = fixture.publisher(ADA, TestOffer.publisher("opus").withLevels());
    int[] number = {0};
    speaker.await(
        "a voice",
        () -> {
          int level = number[0]++ < 5 ? 100 : 30;
          speaker.sendRtp(TestMedia.audioOfLevel(level, number[0], 960 * number[0], (byte) 1));
          return fixture.events.count("speaks " + ADA.stream()) == 1;
        });
    speaker.await("silence", () -> fixture.events.count("silent " + ADA.stream()) == 2);
    assertEquals(1, fixture.events.count("speaks " + ADA.stream()));
  }

  @Test
  void hearsTheLoudestWhereThereAreMoreThanSlots() {
    List<StreamName> names =
        List.of(ADA, BOB, new StreamName("live", "cem"), new StreamName("live", "dan"));
    List<TestPeer> speakers =
        names.stream()
            .map(name -> fixture.publisher(name, TestOffer.publisher("opus").withLevels()))
            .toList();
    EngineFixture.Client receiver = fixture.receive(1, 2);
    assign(receiver, new Reception(Map.of(), Set.copyOf(names)));
    for (int loudest = 0; loudest < speakers.size(); loudest++) {
      TestPeer speaker = speakers.get(loudest);
      int content = 10 + loudest;
      int[] number = {0};
      receiver
          .peer()
          .await(
              "speaker " + content,
              () -> {
                number[0]++;
                speaker.sendRtp(
                    TestMedia.audioOfLevel(30, number[0], 960 * number[0], (byte) content));
                return contents(receiver.peer()).contains(content);
              });
    }
    assertTrue(contents(receiver.peer()).containsAll(List.of(10, 11, 12, 13)));
  }
}
