package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which steps a picture becomes better, each of which costs more than the one before. Frames are
 * given up before pixels: half of a camera's, and all but the fewest of a screen's, which is for
 * reading.
 */
final class Ladder {

  /** A tile that is a little higher than a picture does not need the next one. */
  private static final double ENOUGH = 0.8;

  private final Picture picture;
  private final List<Share> steps = new ArrayList<>();

  Ladder(Picture picture) {
    this.picture = picture;
    if (picture.wanted() > 0) {
      List<Encoding> useful = useful(picture);
      for (int i = 0; i < useful.size(); i++) {
        add(useful.get(i), i == 0 || picture.rank() == Rank.SCREEN);
      }
      leaveOutWhatIsNoCheaper();
    }
  }

  /** From low to high, the last one enough for the tile. */
  private static List<Encoding> useful(Picture picture) {
    List<Encoding> useful = new ArrayList<>();
    for (Encoding encoding :
        picture.encodings().stream().sorted(Comparator.comparingInt(Encoding::height)).toList()) {
      useful.add(encoding);
      if (encoding.height() >= ENOUGH * picture.wanted()) {
        break;
      }
    }
    return useful;
  }

  private void add(Encoding encoding, boolean fewestFrames) {
    int layers = encoding.bitrates().size();
    for (int i = fewestFrames ? 0 : Math.max(0, layers - 2); i < layers; i++) {
      steps.add(new Share(encoding.height(), i + 1, encoding.bitrates().get(i)));
    }
  }

  private void leaveOutWhatIsNoCheaper() {
    long least = Long.MAX_VALUE;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i).bitrate() >= least) {
        steps.remove(i);
      } else {
        least = steps.get(i).bitrate();
      }
    }
  }

  Picture picture() {
    return picture;
  }

  int size() {
    return steps.size();
  }

  /** What a step gives; nothing for -1. */
  Share step(int index) {
    return index < 0 ? Share.NOTHING : steps.get(index);
  }

  long bitrate(int index) {
    return step(index).bitrate();
  }

  /** The step that gives no more than that share, -1 for none. */
  int at(Share share) {
    int found = -1;
    for (int i = 0; i < steps.size(); i++) {
      Share step = steps.get(i);
      boolean lower = step.height() < share.height();
      if (lower || step.height() == share.height() && step.temporal() <= share.temporal()) {
        found = i;
      }
    }
    return found;
  }
}
