package plenum.bench.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.engine.rtp.Rtp;
import plenum.engine.session.TestOffer;

class SentTrackTest {

  private static final long FRAME = TimeUnit.SECONDS.toNanos(1) / 30;
  private static final Marks MARKS = new Marks(true, "1", "h", -1);

  private final List<byte[]> sent = new ArrayList<>();

  private SentTrack track(int frames, int packets) {
    return new SentTrack(Samples.pictures(frames, packets), 42, 96, MARKS);
  }

  /** Sends up to the frame with that number. */
  private void send(SentTrack track, int frame) {
    for (int turn = 0; turn < 20; turn++) {
      track.send(frame * FRAME + FRAME / 2, (packet, numbered) -> sent.add(packet));
    }
  }

  private static int header(byte[] packet) {
    return Rtp.headerLength(packet, 0, packet.length);
  }

  /** Which recorded frame it is. */
  private static int name(byte[] packet) {
    return packet[packet.length - 1];
  }

  private static int picture(byte[] packet) {
    int at = header(packet) + 2;
    return (packet[at] & 0x7f) << 8 | packet[at + 1] & 0xff;
  }

  private static int base(byte[] packet) {
    return packet[header(packet) + 4] & 0xff;
  }

  private List<Integer> names() {
    return sent.stream().map(SentTrackTest::name).toList();
  }

  /** Every number follows on that of the packet before. */
  private void assertGoesOn() {
    for (int i = 1; i < sent.size(); i++) {
      byte[] last = sent.get(i - 1);
      byte[] next = sent.get(i);
      boolean same = Rtp.timestamp(last, 0) == Rtp.timestamp(next, 0);
      assertEquals(Rtp.sequence(last, 0) + 1 & 0xffff, Rtp.sequence(next, 0));
      assertEquals(picture(last) + (same ? 0 : 1) & 0x7fff, picture(next));
      assertEquals(base(last) + (same ? 0 : 1) & 0xff, base(next));
      assertEquals(!same, Rtp.marker(last, 0));
    }
  }

  @Test
  void goesOnAtTheEndOfTheRecording() {
    SentTrack track = track(3, 2);
    track.start(0);
    for (int frame = 0; frame < 7; frame++) {
      send(track, frame);
    }
    assertEquals(List.of(0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2, 0, 0), names());
    assertGoesOn();
    int ticks = Rtp.timestamp(sent.get(13), 0) - Rtp.timestamp(sent.get(0), 0);
    assertEquals(6 * Samples.STEP, ticks);
  }

  @Test
  void answersTheWishForAKeyFrameAfterThePresentFrame() {
    SentTrack track = track(10, 20);
    track.start(0);
    send(track, 2);
    sent.clear();
    track.send(3 * FRAME + FRAME / 2, (packet, numbered) -> sent.add(packet));
    assertEquals(12, sent.size(), "the rest of the frame is still to come");
    track.keyFrame();
    send(track, 4);
    assertEquals(List.of(3, 0), names().stream().distinct().toList());
    assertEquals(40, sent.size());
    assertGoesOn();
  }

  @Test
  void sendsNothingWhileStoppedAndBeginsWithAKeyFrame() {
    SentTrack track = track(10, 1);
    track.start(0);
    send(track, 3);
    track.stop();
    send(track, 6);
    assertEquals(3, name(sent.get(sent.size() - 1)));
    sent.subList(0, sent.size() - 1).clear();
    track.start(8 * FRAME + FRAME / 2);
    send(track, 8);
    assertEquals(List.of(3, 0), names());
    assertGoesOn();
  }

  @Test
  void leavesOutWhatWouldBeFarTooLate() {
    SentTrack track = track(100, 1);
    track.start(0);
    send(track, 0);
    send(track, 60);
    assertEquals(List.of(0, 1), names());
    int ticks = Rtp.timestamp(sent.get(1), 0) - Rtp.timestamp(sent.get(0), 0);
    assertTrue(ticks > 59 * Samples.STEP, "time goes on: " + ticks);
  }

  @Test
  void namesItselfUntilTheReceiverKnowsIt() {
    SentTrack track = track(10, 1);
    track.start(0);
    send(track, 0);
    track.known();
    send(track, 1);
    byte[] first = sent.get(0);
    int at = Rtp.extension(first, 0, first.length, TestOffer.RID_ID);
    assertEquals('h', first[at]);
    assertEquals('1', first[Rtp.extension(first, 0, first.length, TestOffer.MID_ID)]);
    byte[] second = sent.get(1);
    assertEquals(-1, Rtp.extension(second, 0, second.length, TestOffer.RID_ID));
    int transport = Rtp.extension(second, 0, second.length, TestOffer.TRANSPORT_SEQUENCE_ID);
    assertEquals(Marks.TRANSPORT_AT, transport);
    assertEquals("h", track.name());
  }

  @Test
  void sendsWhatIsMissingOnceMore() {
    SentTrack track = track(10, 1);
    track.start(0);
    send(track, 0);
    send(track, 1);
    byte[] first = sent.get(0);
    int sequence = Rtp.sequence(first, 0);
    sent.clear();
    track.again(List.of(sequence, sequence + 7 & 0xffff), (packet, numbered) -> sent.add(packet));
    assertEquals(1, sent.size());
    assertArrayEquals(first, sent.get(0));
  }

  @Test
  void reportsTheClockOfItsPackets() {
    SentTrack track = track(10, 1);
    assertTrue(track.report(0, 1).isEmpty());
    track.start(0);
    send(track, 0);
    send(track, 1);
    var report = track.report(3 * FRAME, 1).orElseThrow();
    assertEquals(2, report.packets());
    assertEquals(16, report.octets());
    int since = report.rtpTimestamp() - Rtp.timestamp(sent.get(1), 0);
    assertEquals(2 * Samples.STEP, since, 2);
  }

  @Test
  void goesFromOneSoundToAnother() {
    SentTrack track = new SentTrack(Samples.sound(5), 42, 111, new Marks(true, "0", "", 75));
    track.start(0);
    send(track, 0);
    track.play(Samples.sound(6), 25);
    send(track, 1);
    byte[] last = sent.get(sent.size() - 1);
    assertEquals(6, name(last));
    int at = Rtp.extension(last, 0, last.length, TestOffer.AUDIO_LEVEL_ID);
    assertEquals(0x80 | 25, last[at] & 0xff);
    assertEquals(960, Rtp.timestamp(last, 0) - Rtp.timestamp(sent.get(sent.size() - 2), 0));
    assertFalse(Rtp.marker(last, 0));
  }
}
