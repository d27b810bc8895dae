package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharingTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long SOUND = 50_000;

  private static final Encoding LOW = new Encoding(180, List.of(60_000L, 90_000L, 150_000L));
  private static final Encoding MIDDLE = new Encoding(360, List.of(200_000L, 300_000L, 500_000L));
  private static final Encoding HIGH = new Encoding(720, List.of(600_000L, 900_000L, 1_500_000L));
  private static final List<Encoding> ALL = List.of(HIGH, MIDDLE, LOW);

  private final Sharing sharing = new Sharing();
  private long now;

  private static Picture camera(int id, Rank rank, int wanted) {
    return new Picture(id, rank, wanted, ALL);
  }

  private static Picture screen(int id) {
    return new Picture(
        id,
        Rank.SCREEN,
        1080,
        List.of(
            new Encoding(1080, List.of(400_000L, 800_000L)), new Encoding(540, List.of(150_000L))));
  }

  private List<Share> share(long bitrate, Picture... pictures) {
    now += SECOND / 10;
    return sharing.share(List.of(pictures), SOUND, bitrate, false, now);
  }

  private static Share of(Encoding encoding, int temporal) {
    return new Share(encoding.height(), temporal, encoding.bitrates().get(temporal - 1));
  }

  @Test
  void givesAllWhatFitsTheirTiles() {
    assertEquals(
        List.of(of(HIGH, 3), of(LOW, 3), of(MIDDLE, 3), Share.NOTHING),
        share(
            10_000_000,
            camera(1, Rank.SPEAKER, 720),
            camera(2, Rank.OTHER, 120),
            camera(3, Rank.OTHER, 400),
            camera(4, Rank.OTHER, 0)));
    assertEquals(SOUND + 2_150_000, sharing.wanted());
  }

  @Test
  void goesByTheOrderWhenShort() {
    Picture other = camera(1, Rank.OTHER, 360);
    Picture speaker = camera(2, Rank.SPEAKER, 720);
    List<Share> shares = share(1_500_000, other, speaker, screen(3));
    assertEquals(new Share(1080, 2, 800_000), shares.get(2), "the screen as well as can be");
    assertEquals(of(MIDDLE, 2), shares.get(1), "then the speaker");
    assertEquals(of(LOW, 3), shares.get(0), "then the rest");
  }

  @Test
  void keepsPixelsOfAScreenAndGivesUpFrames() {
    assertEquals(
        List.of(new Share(1080, 1, 400_000), Share.NOTHING),
        share(500_000, screen(1), camera(2, Rank.SPEAKER, 720)));
  }

  @Test
  void keepsHalfOfACamerasFrames() {
    assertEquals(List.of(of(LOW, 3)), share(SOUND + 250_000, camera(1, Rank.SPEAKER, 720)));
    assertEquals(List.of(of(MIDDLE, 2)), share(SOUND + 350_000, camera(2, Rank.SPEAKER, 720)));
    assertEquals(List.of(of(LOW, 1)), share(SOUND + 70_000, camera(3, Rank.SPEAKER, 720)));
  }

  @Test
  void whatDoesNotFitLeavesItsBitsToOthers() {
    Picture heavy =
        new Picture(1, Rank.SCREEN, 1080, List.of(new Encoding(1080, List.of(2_000_000L))));
    List<Share> shares = share(600_000, heavy, camera(2, Rank.OTHER, 180));
    assertFalse(shares.get(0).carried());
    assertEquals(of(LOW, 3), shares.get(1));
  }

  @Test
  void sendsAScreenThatTakesMoreThanThereIsAndNothingElse() {
    sharing.insist(true);
    Picture screen =
        new Picture(1, Rank.SCREEN, 900, List.of(new Encoding(450, List.of(700_000L))));
    List<Share> shares = share(SOUND + 400_000, screen, camera(2, Rank.OTHER, 180));
    assertEquals(List.of(new Share(450, 1, 700_000), Share.NOTHING), shares);
  }

  @Test
  void leavesAScreenOutThatTakesFarMoreThanThereIs() {
    sharing.insist(true);
    Picture screen =
        new Picture(1, Rank.SCREEN, 900, List.of(new Encoding(450, List.of(700_000L))));
    List<Share> shares = share(SOUND + 200_000, screen, camera(2, Rank.OTHER, 180));
    assertEquals(List.of(Share.NOTHING, of(LOW, 3)), shares);
  }

  @Test
  void isFairAmongEquals() {
    Picture[] equals = new Picture[6];
    for (int i = 0; i < 6; i++) {
      equals[i] = camera(i, Rank.OTHER, 360);
    }
    List<Share> shares = share(SOUND + 660_000, equals);
    assertEquals(6, shares.stream().filter(s -> s.height() == 180 && s.temporal() >= 2).count());
  }

  @Test
  void soundComesFirst() {
    assertEquals(List.of(Share.NOTHING), share(SOUND, camera(1, Rank.SCREEN, 720)));
    assertEquals(List.of(Share.NOTHING), share(SOUND / 2, camera(1, Rank.SCREEN, 720)));
  }

  @Test
  void givesLessWithinAFifthOfASecondAndMoreAfterAWhile() {
    Picture one = camera(1, Rank.SPEAKER, 720);
    share(10_000_000, one);
    assertEquals(List.of(of(LOW, 3)), share(300_000, one), "far less is far less at once");
    for (int i = 0; i < 14; i++) {
      assertEquals(List.of(of(LOW, 3)), share(600_000, one));
    }
    for (int i = 0; i < 3; i++) {
      share(600_000, one);
    }
    assertEquals(List.of(of(MIDDLE, 3)), share(600_000, one));
    assertEquals(List.of(of(MIDDLE, 3)), share(520_000, one), "not for a moment");
    share(520_000, one);
    assertEquals(List.of(of(MIDDLE, 2)), share(520_000, one));
  }

  @Test
  void givesMoreAtOnceWhereAProbeHasShownIt() {
    Picture one = camera(1, Rank.SPEAKER, 720);
    share(300_000, one);
    assertEquals(
        List.of(of(HIGH, 3)), sharing.share(List.of(one), SOUND, 3_000_000, true, now + 1));
  }

  @Test
  void servesAnotherWishAtOnce() {
    share(300_000, camera(1, Rank.SPEAKER, 720));
    assertEquals(List.of(of(HIGH, 3)), share(3_000_000, camera(1, Rank.SPEAKER, 700)));
  }

  @Test
  void doesNotFlipFlop() {
    Picture one = camera(1, Rank.SPEAKER, 720);
    Random random = new Random(5);
    int changes = 0;
    Share before = share(1_000_000, one).get(0);
    for (int i = 0; i < 1200; i++) {
      // Two minutes of an estimate that goes up and down around what the next step needs.
      long bitrate = 1_000_000 + (long) (150_000 * Math.sin(i / 30.0)) + random.nextInt(100_000);
      Share share = share(bitrate, one).get(0);
      changes += share.equals(before) ? 0 : 1;
      before = share;
    }
    assertTrue(changes <= 20, changes + " changes in two minutes");
  }

  @Test
  void isNoReasonForAnythingThatBitratesMove() {
    Random random = new Random(6);
    List<Share> before = share(3_000_000, camera(1, Rank.SPEAKER, 720));
    for (int i = 0; i < 600; i++) {
      List<Encoding> measured = new ArrayList<>();
      for (Encoding encoding : ALL) {
        double factor = 0.8 + 0.4 * random.nextDouble();
        measured.add(
            new Encoding(
                encoding.height(),
                encoding.bitrates().stream().map(b -> (long) (b * factor)).toList()));
      }
      List<Share> shares = share(3_000_000, new Picture(1, Rank.SPEAKER, 720, measured));
      assertEquals(before.get(0).height(), shares.get(0).height());
      assertEquals(before.get(0).temporal(), shares.get(0).temporal());
    }
  }
}
