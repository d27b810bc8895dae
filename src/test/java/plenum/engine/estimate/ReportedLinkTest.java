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
      link.sent(1000);
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
