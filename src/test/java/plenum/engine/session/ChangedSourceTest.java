package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.EngineSettings;
import plenum.engine.rtcp.Bye;
import plenum.engine.rtcp.Nack;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverReport;
import plenum.engine.rtcp.SourceDescription;
import plenum.engine.rtp.Rtp;

/** A publisher that goes on under another SSRC, as encoders do that are restarted. */
class ChangedSourceTest {

  private static final int OTHER = 4711;
  private static final int REPAIRS = 0x3000;

  private EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private byte[] video(int sequence, boolean key) {
    return media.video(sequence, 3000 * sequence, key, (byte) sequence);
  }

  private byte[] other(int sequence, boolean key) {
    return TestMedia.from(OTHER, video(sequence, key));
  }

  private static void send(TestPeer publisher, TestPeer player, byte[] packet) {
    int before = player.packets().size();
    publisher.sendRtp(packet);
    player.await("a packet", () -> player.packets().size() > before);
  }

  /** Sends packets of the other one until they are passed on. */
  private void sendUntilFollowed(TestPeer publisher, TestPeer player) {
    int before = player.packets().size();
    int[] sequence = {20_000};
    player.await(
        "the other one",
        () -> {
          publisher.sendRtp(other(sequence[0]++, false));
          return player.packets().size() > before;
        });
  }

  private static void assertContinuous(TestPeer player) {
    List<byte[]> packets = player.packets();
    for (int i = 1; i < packets.size(); i++) {
      byte[] last = packets.get(i - 1);
      byte[] next = packets.get(i);
      assertEquals(Rtp.ssrc(last, 0), Rtp.ssrc(next, 0));
      assertEquals(1, (short) (Rtp.sequence(next, 0) - Rtp.sequence(last, 0)));
      assertTrue(Rtp.timestamp(next, 0) - Rtp.timestamp(last, 0) > 0);
    }
  }

  private static long keyFrameRequests(TestPeer publisher) {
    return publisher.reports(PictureLossIndication.class).stream()
        .filter(request -> request.media() == OTHER)
        .count();
  }

  @Test
  void isFollowedAtOnceAfterItsBye() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    send(publisher, player, video(1, true));
    publisher.sendRtcp(
        new ReceiverReport(TestOffer.VIDEO_SSRC, List.of()),
        new Bye(List.of(TestOffer.VIDEO_SSRC)));
    send(publisher, player, other(30_000, false));
    publisher.await("a request for a key frame", () -> keyFrameRequests(publisher) > 0);
    send(publisher, player, other(30_001, true));
    assertContinuous(player);
  }

  @Test
  void isFollowedWhenTheFirstOneIsSilent() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    send(publisher, player, video(1, true));
    send(publisher, player, video(2, false));
    sendUntilFollowed(publisher, player);
    publisher.await("a request for a key frame", () -> keyFrameRequests(publisher) > 0);
    assertContinuous(player);
  }

  @Test
  void isAskedForWhatItLost() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    send(publisher, player, video(1, true));
    publisher.sendRtcp(
        new ReceiverReport(TestOffer.VIDEO_SSRC, List.of()),
        new Bye(List.of(TestOffer.VIDEO_SSRC)));
    send(publisher, player, other(30_000, true));
    byte[] lost = publisher.protect(other(30_001, false));
    send(publisher, player, other(30_002, false));
    publisher.await("a request", () -> lostOfTheOther(publisher).contains(30_001));
    assertEquals(List.of(30_001), lostOfTheOther(publisher).stream().distinct().toList());
    int before = player.packets().size();
    publisher.send(lost);
    player.await("the lost one", () -> player.packets().size() > before);
    publisher.await("a report", () -> reportsOfTheOther(publisher) > 0);
  }

  private static List<Integer> lostOfTheOther(TestPeer publisher) {
    return publisher.reports(Nack.class).stream()
        .filter(nack -> nack.media() == OTHER)
        .flatMap(nack -> nack.sequences().stream())
        .toList();
  }

  private static long reportsOfTheOther(TestPeer publisher) {
    return publisher.reports(ReceiverReport.class).stream()
        .flatMap(report -> report.blocks().stream())
        .filter(block -> block.ssrc() == OTHER)
        .count();
  }

  @Test
  void isNotMixedWithTheFirstThatGoesOn() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    for (int i = 0; i < 50; i++) {
      send(publisher, player, video(i, i == 0));
      publisher.sendRtp(other(i, true));
    }
    assertEquals(50, player.packets().size());
    assertContinuous(player);
    sendUntilFollowed(publisher, player);
  }

  @Test
  void endsWhenNothingOfItCanBePassedOn() {
    impatient(Duration.ofSeconds(1));
    TestPeer publisher = fixture.publisher();
    int[] sequence = {1}; // Another one each time: the same one again would count as a replay.
    publisher.await(
        "its end",
        () -> {
          publisher.sendRtp(foreign(sequence[0]++));
          publisher.sendRtcp(SourceDescription.of(1, "test"));
          publisher.check();
          return publisher.isEnded();
        });
    assertEquals(1, fixture.events.count("unpublished test"));
  }

  @Test
  void endsWhenNothingButPaddingComes() {
    impatient(Duration.ofSeconds(1));
    TestPeer publisher = fixture.publisher();
    int[] sequence = {1};
    publisher.await(
        "its end",
        () -> {
          publisher.sendRtp(padding(sequence[0]++));
          publisher.sendRtcp(SourceDescription.of(1, "test"));
          publisher.check();
          return publisher.isEnded();
        });
    assertEquals(1, fixture.events.count("unpublished test"));
  }

  /** A camera that is paused, beside sound. */
  @Test
  void staysWhenPaddingComesBesideMedia() {
    Duration silence = Duration.ofSeconds(1);
    impatient(silence);
    TestPeer publisher = fixture.publisher();
    int[] sequence = {1};
    long end = System.nanoTime() + silence.multipliedBy(3).toNanos();
    publisher.await(
        "three times the silence",
        () -> {
          publisher.sendRtp(padding(sequence[0]));
          publisher.sendRtp(media.audio(sequence[0], 960 * sequence[0]++, (byte) 1));
          return System.nanoTime() > end;
        });
    assertEquals(0, fixture.events.count("unpublished test"));
  }

  /** Of the video's track, with nothing but three bytes of padding. */
  private byte[] padding(int sequence) {
    byte[] packet = Arrays.copyOf(video(sequence, false), Rtp.FIXED_HEADER + 3);
    packet[0] = (byte) 0xa0;
    packet[packet.length - 1] = 3;
    return packet;
  }

  /** A page that switched its devices off may have sent one last packet that could not pass. */
  @Test
  void staysWhenItSendsNoMediaAnyMoreAfterAPacketThatCouldNotBePassedOn() {
    Duration silence = Duration.ofSeconds(1);
    impatient(silence);
    TestPeer publisher = fixture.publisher();
    publisher.sendRtp(foreign(1));
    long end = System.nanoTime() + silence.multipliedBy(3).toNanos();
    publisher.await(
        "three times the silence",
        () -> {
          publisher.sendRtcp(SourceDescription.of(1, "test"));
          publisher.check();
          return System.nanoTime() > end;
        });
    assertEquals(0, fixture.events.count("unpublished test"));
  }

  /** Repairs of what is not missing, which browsers send as probes, make nobody alive. */
  @Test
  void endsWhenNothingElseComesThanProbesAndWhatCannotBePassedOn() {
    impatient(Duration.ofSeconds(1));
    TestOffer offer = TestOffer.publisher("opus", "VP8").withRepairs(REPAIRS);
    TestPeer publisher = fixture.publisher(EngineFixture.STREAM, offer);
    publisher.sendRtp(video(1, true));
    int[] sequence = {2};
    publisher.await(
        "its end",
        () -> {
          publisher.sendRtp(foreign(sequence[0]));
          publisher.sendRtp(probe(offer, sequence[0]++));
          publisher.check();
          return publisher.isEnded();
        });
    assertEquals(1, fixture.events.count("unpublished test"));
  }

  /** A screen on which nothing moves, also one that sent something else before. */
  @Test
  void staysWhenNothingElseComesThanProbes() {
    Duration silence = Duration.ofSeconds(1);
    impatient(silence);
    TestOffer offer = TestOffer.publisher("opus", "VP8").withRepairs(REPAIRS);
    TestPeer publisher = fixture.publisher(EngineFixture.STREAM, offer);
    publisher.sendRtp(video(1, true));
    publisher.sendRtp(foreign(2));
    int[] sequence = {3};
    long end = System.nanoTime() + silence.multipliedBy(3).toNanos();
    publisher.await(
        "three times the silence",
        () -> {
          publisher.sendRtp(probe(offer, sequence[0]++));
          publisher.check();
          return System.nanoTime() > end;
        });
    assertEquals(0, fixture.events.count("unpublished test"));
  }

  private byte[] probe(TestOffer offer, int number) {
    return TestMedia.repair(offer.repairType("VP8"), REPAIRS, number, video(1, true));
  }

  private void impatient(Duration silence) {
    fixture.close();
    EngineSettings usual = EngineFixture.SETTINGS;
    fixture =
        new EngineFixture(
            new EngineSettings(
                0, usual.candidates(), 100, 100, 20, 8_000_000, usual.connectTimeout(), silence));
  }

  /** Of a payload type that was not agreed on. */
  private byte[] foreign(int sequence) {
    byte[] packet = video(sequence, true);
    Rtp.setPayloadType(packet, 0, 35);
    return packet;
  }
}
