package plenum.engine.rtcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransportFeedbackRecorderTest {

  private static final int MEDIA = 0xcafebabe;

  private final TransportFeedbackRecorder recorder = new TransportFeedbackRecorder(77);

  private FeedbackDecoder feedback(long nowMicros) {
    byte[] packet = recorder.feedback(nowMicros).orElseThrow();
    assertTrue(packet.length <= 1100, "fits into a datagram");
    List<Rtcp> read = RtcpReader.read(packet, 0, packet.length);
    assertArrayEquals(packet, RtcpWriter.compound(read), "the reader reads the same");
    return FeedbackDecoder.decode(packet);
  }

  @Test
  void saysNothingBeforeThereIsAnything() {
    assertEquals(Optional.empty(), recorder.feedback(0));
  }

  @Test
  void reportsArrivalsAndLosses() {
    recorder.received(10, MEDIA, 1_000_000);
    recorder.received(11, MEDIA, 1_000_500);
    recorder.received(14, MEDIA, 1_200_000);
    FeedbackDecoder report = feedback(1_250_000);
    assertEquals(77, report.sender());
    assertEquals(MEDIA, report.media());
    assertEquals(Set.of(10, 11, 12, 13, 14), report.arrivals().keySet());
    assertEquals(4000, report.arrivals().get(10));
    assertEquals(4002, report.arrivals().get(11));
    assertNull(report.arrivals().get(12));
    assertEquals(4800, report.arrivals().get(14));
  }

  @Test
  void goesOnWhereTheLastReportEnded() {
    recorder.received(65535, MEDIA, 0);
    feedback(1);
    assertEquals(Optional.empty(), recorder.feedback(2));
    recorder.received(1, MEDIA, 1000);
    FeedbackDecoder next = feedback(2000);
    assertEquals(0, next.base());
    assertEquals(1, next.count());
    assertNull(next.arrivals().get(0));
    assertEquals(4, next.arrivals().get(1));
  }

  @Test
  void goesBackForAPacketThatArrivesLate() {
    recorder.received(5, MEDIA, 0);
    recorder.received(7, MEDIA, 1000);
    feedback(1000);
    recorder.received(6, MEDIA, 2000);
    FeedbackDecoder report = feedback(3000);
    assertEquals(6, report.base());
    assertEquals(8, report.arrivals().get(6));
    assertEquals(4, report.arrivals().get(7));
  }

  @Test
  void keepsTheFirstArrivalOfADuplicate() {
    recorder.received(5, MEDIA, 0);
    recorder.received(5, MEDIA, 9000);
    assertEquals(0, feedback(9000).arrivals().get(5));
  }

  @Test
  void forgetsArrivalsThatAreTooOldToHelp() {
    recorder.received(5, MEDIA, 0);
    recorder.received(6, MEDIA, 8_000_000);
    assertEquals(Set.of(6), feedback(8_000_000).arrivals().keySet());
  }

  @Test
  void splitsWhereADeltaDoesNotFit() {
    recorder.received(5, MEDIA, 0);
    recorder.received(6, MEDIA, 8_191_750);
    recorder.received(7, MEDIA, 8_191_750 + 8_192_000);
    assertEquals(Set.of(5, 6), feedback(0).arrivals().keySet());
    assertEquals(Set.of(7), feedback(0).arrivals().keySet());
  }

  @Test
  void reportsAJumpWithoutListingEveryLostPacket() {
    recorder.received(0, MEDIA, 0);
    feedback(0);
    recorder.received(30_000, MEDIA, 500_000);
    FeedbackDecoder report = feedback(500_000);
    assertEquals(2000, report.arrivals().get(30_000));
    assertTrue(report.arrivals().size() <= 400);
  }

  @Test
  void reportsAnArrivalBeforeTheClocksZero() {
    recorder.received(3, MEDIA, -1_000_000);
    assertEquals(-4000, feedback(-999_000).arrivals().get(3));
  }

  @Test
  void reportsEveryArrivalOfALongLossyReorderedRun() {
    Random random = new Random(20261123);
    Map<Integer, Long> expected = new HashMap<>();
    Map<Integer, Long> reported = new HashMap<>();
    long now = 5_000_000;
    for (int block = 0; block < 3_000; block++) {
      for (int n : new int[] {2, 0, 1, 3, 7, 4, 5, 6}) {
        int sequence = block * 8 + n + 60_000;
        now += random.nextInt(10) == 0 ? random.nextInt(200_000) : random.nextInt(1_500);
        if (random.nextInt(10) > 0) {
          recorder.received(sequence & 0xffff, MEDIA, now);
          expected.put(sequence, now / 250);
        }
      }
      int current = block * 8 + 60_000;
      recorder.feedback(now).ifPresent(packet -> collect(packet, current, reported));
    }
    assertEquals(expected, reported);
  }

  private static void collect(byte[] packet, int near, Map<Integer, Long> reported) {
    FeedbackDecoder report = FeedbackDecoder.decode(packet);
    int unwrapped = near + (short) (report.base() - near);
    report
        .arrivals()
        .forEach(
            (sequence, arrival) -> {
              if (arrival != null) {
                reported.put(sequence - report.base() + unwrapped, arrival);
              }
            });
  }

  @Test
  void staysBoundedUnderRandomSequenceNumbers() {
    Random random = new Random(1);
    int reports = 0;
    for (int i = 0; i < 50_000; i++) {
      recorder.received(random.nextInt(), MEDIA, random.nextInt());
      if (i % 50 == 0 && recorder.feedback(random.nextInt()).isPresent()) {
        reports++;
      }
    }
    assertTrue(reports > 0);
  }
}
