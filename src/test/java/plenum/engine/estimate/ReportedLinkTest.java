package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.ReportBlock;

class ReportedLinkTest {

  private static final int SSRC = 7;
  private static final long SECOND = 1_000_000_000;

  private final ReportedLink link = new ReportedLink(Set.of(SSRC), 0);
  private long now;
  private long highest;

  /** A second in which 125 packets of 1,000 bytes leave: 1 Mbit/s; of them so many are lost. */
  private void second(int lost) {
    now += SECOND;
    highest += 125;
    for (int i = 0; i < 125; i++) {
      link.sent(1000, true);
    }
    report(SSRC, lost * 256 / 125);
  }

  private void report(int ssrc, int fraction) {
    link.report(List.of(new ReportBlock(ssrc, fraction, 0, highest, 0, 0, 0)), now);
  }

  private void seconds(int count, int lost) {
    for (int i = 0; i < count; i++) {
      second(lost);
    }
  }

  @Test
  void holdsNothingBackWhereLittleIsLost() {
    seconds(60, 5);
    assertEquals(ReportedLink.ENDLESS, link.bitrate());
  }

  @Test
  void sendsLessWhereMuchIsLost() {
    seconds(3, 0);
    second(20);
    assertEquals(1_000_000, link.bitrate(), 60_000);
    second(50);
    assertEquals(1_000_000, link.bitrate(), 60_000, "this was on its way before");
    seconds(3, 50);
    assertTrue(link.bitrate() <= 500_000, link.bitrate() + "");
  }

  @Test
  void triesMoreWhereNothingIsLostAndMoreSlowlyAfterThatFailed() {
    seconds(3, 0);
    second(60);
    long cut = link.bitrate();
    assertEquals(500_000, cut, 10_000);
    seconds(12, 0);
    long first = link.bitrate() - cut;
    assertTrue(first > 0.8 * cut, first + "");
    second(60);
    cut = link.bitrate();
    seconds(12, 0);
    assertTrue(link.bitrate() - cut < 0.7 * first, link.bitrate() + "");
  }

  @Test
  void triesNoMoreThanFourTimesWhatIsSent() {
    seconds(3, 0);
    second(60);
    seconds(600, 0);
    assertEquals(4_000_000, link.bitrate(), 1000);
  }

  /** A second in which 1 Mbit/s leaves, of which nothing is lost yet, and that is told. */
  private void believed(long bitrate) {
    now += SECOND;
    for (int i = 0; i < 125; i++) {
      link.sent(1000, true);
    }
    link.estimate(bitrate, List.of(SSRC + 1, SSRC), now);
  }

  @Test
  void sendsNoMoreThanThePlayerBelievesToBeCarried() {
    believed(400_000);
    assertEquals(360_000, link.bitrate());
    believed(200_000);
    assertEquals(360_000, link.bitrate(), "this was on its way before");
    now += 2 * SECOND;
    second(0);
    believed(200_000);
    assertEquals(180_000, link.bitrate());
  }

  @Test
  void doesNotTakeItForABoundThatAPlayerBelievesInNoMoreThanItGets() {
    believed(1_000_000);
    believed(Long.MAX_VALUE);
    assertEquals(ReportedLink.ENDLESS, link.bitrate());
  }

  @Test
  void soundIsNoneOfWhatAPlayerBelievesIn() {
    for (int i = 0; i < 100; i++) {
      link.sent(1000, i % 2 == 0);
    }
    link.estimate(350_000, List.of(SSRC), SECOND);
    assertEquals(ReportedLink.ENDLESS, link.bitrate(), "of pictures 400,000 without heads");
    link.estimate(200_000, List.of(SSRC), SECOND);
    assertEquals(180_000 + 400_000, link.bitrate());
  }

  @Test
  void doesNotTakeWhatIsBelievedOfOthersForItsOwn() {
    link.sent(1_000_000, true);
    link.estimate(10_000, List.of(SSRC + 1), SECOND);
    link.estimate(10_000, List.of(), SECOND);
    assertEquals(ReportedLink.ENDLESS, link.bitrate());
  }

  @Test
  void goesAtOnceToWhatArrivesWhereNearlyAllIsLost() {
    seconds(3, 0);
    second(90);
    assertEquals(1_150_000 * 35.0 / 125, link.bitrate(), 20_000);
    seconds(3, 0);
    second(125);
    assertTrue(link.bitrate() > 40_000, "an outage: " + link.bitrate());
  }

  /** A thousand packets that are asked for again in a second. */
  private int repeated() {
    int sent = 0;
    for (int i = 0; i < 1000; i++) {
      now += SECOND / 1000;
      sent += link.repeats(1000, now) ? 1 : 0;
    }
    return sent;
  }

  @Test
  void sendsNoMoreAgainThanHalfOfWhatIsCarried() {
    seconds(3, 0);
    assertEquals(1000, repeated(), "nothing is known yet");
    second(60);
    repeated();
    assertEquals(link.bitrate() / 2, 8.0 * 1000 * repeated(), 20_000);
  }

  @Test
  void isNotMovedByWhatCannotBe() {
    seconds(3, 0);
    report(SSRC + 1, 255);
    highest -= 100;
    now += SECOND;
    report(SSRC, 255);
    highest += 1L << 31;
    now += SECOND;
    report(SSRC, 255);
    assertEquals(ReportedLink.ENDLESS, link.bitrate());
  }
}
