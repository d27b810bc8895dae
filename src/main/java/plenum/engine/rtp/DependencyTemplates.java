package plenum.engine.rtp;

import java.util.Arrays;

/**
 * What the frames of one encoding are like, as its first packet tells: some templates, of which
 * each frame names one (AV1 RTP payload format, appendix A.8.3). Room for all that is allowed is
 * there from the beginning.
 */
final class DependencyTemplates {

  /** Both, as the number of a template has six bits, that of a target five. */
  private static final int MOST_TEMPLATES = 64;

  private static final int MOST_TARGETS = 32;

  /** No codec refers to more frames. */
  static final int MOST_REFERENCES = 8;

  private static final int SAME_LAYER = 0;
  private static final int NEXT_TEMPORAL = 1;
  private static final int NEXT_SPATIAL = 2;
  private static final int MOST_TEMPORAL = 7;
  private static final int MOST_SPATIAL = 3;

  private static final int NOT_PRESENT = 0;
  private static final int SWITCH = 2;

  private final byte[] temporal = new byte[MOST_TEMPLATES];

  /** A bit for each target that a decoder can go over to with such a frame. */
  private final int[] switches = new int[MOST_TEMPLATES];

  private final byte[] references = new byte[MOST_TEMPLATES];
  private final byte[] differences = new byte[MOST_TEMPLATES * MOST_REFERENCES];
  private final byte[] targetTemporal = new byte[MOST_TARGETS];
  private int offset;
  private int templates;
  private int targets;
  private int chains;
  private int spatial;
  private int height;

  /**
   * Reads all of it, in place of what was before.
   *
   * @return false if it is broken
   */
  boolean read(BitReader in) {
    offset = in.bits(6);
    targets = in.bits(5) + 1;
    return readLayers(in)
        && readTargets(in)
        && readReferences(in)
        && readChains(in)
        && readSizes(in);
  }

  private boolean readLayers(BitReader in) {
    int layer = 0;
    spatial = 0;
    for (templates = 0; templates < MOST_TEMPLATES; ) {
      temporal[templates++] = (byte) layer;
      switch (in.bits(2)) {
        case SAME_LAYER -> {}
        case NEXT_TEMPORAL -> layer++;
        case NEXT_SPATIAL -> {
          layer = 0;
          spatial++;
        }
        default -> {
          return !in.overrun();
        }
      }
      if (layer > MOST_TEMPORAL || spatial > MOST_SPATIAL || in.overrun()) {
        return false;
      }
    }
    return false;
  }

  private boolean readTargets(BitReader in) {
    Arrays.fill(targetTemporal, (byte) 0);
    for (int i = 0; i < templates; i++) {
      int mask = 0;
      for (int target = 0; target < targets; target++) {
        int indication = in.bits(2);
        mask |= indication == SWITCH ? 1 << target : 0;
        if (indication != NOT_PRESENT && temporal[i] > targetTemporal[target]) {
          targetTemporal[target] = temporal[i];
        }
      }
      switches[i] = mask;
    }
    return !in.overrun();
  }

  private boolean readReferences(BitReader in) {
    for (int i = 0; i < templates; i++) {
      references[i] = 0;
      while (in.flag()) {
        if (references[i] == MOST_REFERENCES) {
          return false;
        }
        differences[i * MOST_REFERENCES + references[i]++] = (byte) (in.bits(4) + 1);
      }
    }
    return !in.overrun();
  }

  /** Which frames have to be there is told again by sequence numbers: chains are passed over. */
  private boolean readChains(BitReader in) {
    chains = in.among(targets + 1);
    for (int target = 0; chains > 0 && target < targets; target++) {
      in.among(chains);
    }
    in.skip(4L * chains * templates);
    return !in.overrun();
  }

  private boolean readSizes(BitReader in) {
    height = 0;
    boolean told = in.flag();
    for (int layer = 0; told && layer <= spatial; layer++) {
      in.bits(16);
      height = in.bits(16) + 1;
    }
    return !in.overrun();
  }

  /**
   * The template with that number.
   *
   * @return -1 if there is none
   */
  int find(int number) {
    int index = number - offset & MOST_TEMPLATES - 1;
    return index < templates ? index : -1;
  }

  int targets() {
    return targets;
  }

  int temporal(int template) {
    return temporal[template];
  }

  int switches(int template) {
    return switches[template];
  }

  int references(int template) {
    return references[template];
  }

  /** How many frames before one of that template a frame is that it refers to. */
  int difference(int template, int reference) {
    return differences[template * MOST_REFERENCES + reference];
  }

  /** The highest temporal layer of some targets, 0 of none. */
  int highest(int mask) {
    int highest = 0;
    for (int target = 0; target < targets; target++) {
      if ((mask >> target & 1) != 0) {
        highest = Math.max(highest, targetTemporal[target]);
      }
    }
    return highest;
  }

  /** Of the largest picture, in pixels; 0 if that is not told. */
  int height() {
    return height;
  }
}
