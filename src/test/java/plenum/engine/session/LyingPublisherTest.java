package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.engine.estimate.SimulatedLink;

/**
 * One of four publishers lies of its picture; only that picture may suffer by it. How loud it says
 * that it is, {@code SoundChoiceTest} and {@code LoudnessTest} deal with.
 */
class LyingPublisherTest {

  private static final int LIAR = 1;
  private static final int[] OTHERS = {0, 2, 3};

  /** What may be said. */
  private enum Lie implements Habits {
    /** The names of the largest and the smallest encoding are those of each other. */
    NAMES_SWAPPED {
      @Override
      public int bitrate(int encoding) {
        return ENCODINGS[2 - encoding][1];
      }

      @Override
      public int height(int encoding, int frame) {
        return ENCODINGS[2 - encoding][0];
      }
    },
    /** The largest says that it is the smallest, and the other way about. */
    HEIGHTS_SWAPPED {
      @Override
      public int height(int encoding, int frame) {
        return ENCODINGS[2 - encoding][0];
      }
    },
    SMALLEST_NEVER_SENT {
      @Override
      public boolean sends(int encoding) {
        return encoding < 2;
      }
    },
    LARGEST_ALONE_SENT {
      @Override
      public boolean sends(int encoding) {
        return encoding == 0;
      }
    },
    SMALLEST_OF_20_MBIT {
      @Override
      public int bitrate(int encoding) {
        return encoding == 2 ? 20_000_000 : ENCODINGS[encoding][1];
      }
    },
    /** As high as can be said and next to nothing, in turn. */
    ANY_HEIGHT {
      @Override
      public int height(int encoding, int frame) {
        return frame % 2 == 0 ? 0x3fff : 1 + encoding;
      }

      @Override
      public boolean key(int frame) {
        return true;
      }
    },
    HIGHEST_LAYER_ALONE {
      @Override
      public int temporal(int frame, boolean key) {
        return 3;
      }
    },
    ANY_LAYER {
      private final Random random = new Random(9);

      @Override
      public int temporal(int frame, boolean key) {
        return random.nextInt(4);
      }
    }
  }

  private static SimulatedViewer viewer(Habits habits) {
    SimulatedViewer viewer = new SimulatedViewer(SimulatedLink.of(3e6, 30, 300), 4, true);
    viewer.be(LIAR, habits);
    viewer.run(15);
    viewer.forget();
    viewer.run(45);
    return viewer;
  }

  @ParameterizedTest
  @EnumSource
  void harmsItsOwnPictureAlone(Lie lie) {
    SimulatedViewer viewer = viewer(lie);
    assertEquals(0, viewer.soundsLate(), viewer::toString);
    assertTrue(viewer.longestSoundGapMillis() <= 200, viewer::toString);
    assertTrue(viewer.waited95() <= 150, viewer::toString);
    for (int camera : OTHERS) {
      assertTrue(viewer.longestFreezeMillis(camera) < 500, viewer::toString);
      assertTrue(viewer.height(camera) >= 180, viewer::toString);
    }
  }

  @Test
  void theSameWithoutALie() {
    SimulatedViewer viewer = viewer(Habits.HONEST);
    assertEquals(720, viewer.height(0), viewer::toString);
    assertTrue(viewer.longestFreezeMillis(LIAR) < 200, viewer::toString);
  }
}
