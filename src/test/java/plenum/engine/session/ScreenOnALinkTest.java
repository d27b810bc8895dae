package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.engine.estimate.SimulatedLink;

/**
 * A shared screen of which every tenth second is another page: its frames stand for seconds of a
 * narrow link each, and come over it all the same, beside sound that nothing disturbs.
 */
class ScreenOnALinkTest {

  private static final long MILLI = SimulatedLink.MILLI;
  private static final double WIDE = 5e6;
  private static final double NARROW_FROM = 10e9;

  /** Five frames a second. */
  private static final int EVERY = 6;

  private static final int PAGE = 10 * 5 * EVERY;

  /** A page of so many bytes, a third of that in half the height, and little between pages. */
  private static Habits pagesOf(int bytes) {
    return new Habits() {
      @Override
      public boolean sends(int encoding) {
        return encoding < 2;
      }

      @Override
      public int height(int encoding, int frame) {
        return encoding == 0 ? 900 : 450;
      }

      @Override
      public int temporal(int frame, boolean key) {
        return 0;
      }

      @Override
      public int bytes(int encoding, int frame, boolean key) {
        if (!sends(encoding) || frame % EVERY != 0) {
          return 0;
        }
        int whole = encoding == 0 ? bytes : bytes / 3;
        return key || frame % PAGE == 0 ? whole : 1000;
      }
    };
  }

  private static SimulatedLink narrow(double bitrate) {
    return new SimulatedLink(
        now -> now < NARROW_FROM ? WIDE : bitrate, 30 * MILLI, 400 * MILLI, 0, now -> 0);
  }

  @ParameterizedTest
  @CsvSource({
    "2000000, 200000, 290, 3000",
    "1000000, 200000, 290, 4000",
    "600000, 100000, 280, 4000",
    "300000, 100000, 200, 10000"
  })
  void isShownPageByPage(double bitrate, int page, int frames, int mostMillis) {
    SimulatedViewer viewer = new SimulatedViewer(narrow(bitrate), 2, true);
    viewer.share(0, pagesOf(page));
    viewer.run(20);
    viewer.forget();
    viewer.run(60);
    Decoding screen = viewer.decoding(0);
    assertTrue(screen.shown() >= frames, () -> screen.shown() + " of 300: " + viewer);
    long still = screen.longestStillMillis(viewer.now());
    assertTrue(still < mostMillis, () -> "still for " + still + " ms: " + viewer);
    assertTrue(viewer.soundsLost() < 60, () -> viewer.soundsLost() + " of 6000 sounds: " + viewer);
    assertTrue(viewer.waited95() <= 150, viewer::toString);
  }

  /** More than is kept of a picture for who cannot be sent it at once. */
  @Test
  void showsSomePagesOfMoreThanIsKept() {
    SimulatedViewer viewer = new SimulatedViewer(narrow(1_000_000), 2, true);
    viewer.share(0, pagesOf(700_000));
    viewer.run(20);
    viewer.forget();
    viewer.run(60);
    assertTrue(viewer.decoding(0).shown() > 20, viewer::toString);
    assertTrue(viewer.soundsLost() < 60, () -> viewer.soundsLost() + " of 6000 sounds: " + viewer);
  }

  /** Cameras have what the screen leaves, and none is given up for good. */
  @Test
  void goesOnWithCamerasOnALinkThatLosesPackets() {
    SimulatedLink network =
        new SimulatedLink(
            now -> now < NARROW_FROM ? WIDE : 2_000_000, 30 * MILLI, 400 * MILLI, 0.02, now -> 0);
    SimulatedViewer viewer = new SimulatedViewer(network, 6, true);
    viewer.share(0, pagesOf(100_000));
    viewer.run(20);
    viewer.forget();
    viewer.run(60);
    assertTrue(viewer.decoding(0).shown() > 200, () -> viewer.decoding(0).shown() + ": " + viewer);
    for (int camera = 1; camera < 6; camera++) {
      int number = camera;
      long still = viewer.decoding(camera).longestStillMillis(viewer.now());
      assertTrue(still < 8000, () -> "camera " + number + ", " + still + " ms: " + viewer);
    }
  }
}
