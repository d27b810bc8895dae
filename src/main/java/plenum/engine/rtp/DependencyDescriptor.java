package plenum.engine.rtp;

import java.util.Arrays;

/**
 * Reads the header extension that says of any codec's frames to which temporal layer they belong
 * and which others they need (dependency descriptor, AV1 RTP payload format, appendix A). One for
 * each encoding: what frames are like is told with its key frames, and only named after that.
 *
 * <p>Nothing is allocated for a packet, and whatever is broken is as good as not there.
 */
public final class DependencyDescriptor {

  private static final int MANDATORY_BYTES = 3;

  /** A frame that another one refers to is no longer ago; a power of two. */
  private static final int REMEMBERED = 256;

  private static final int SWITCH = 2;

  private final BitReader in = new BitReader();
  private final int[] numbers = new int[REMEMBERED];
  private final byte[] layers = new byte[REMEMBERED];
  private DependencyTemplates known = new DependencyTemplates();
  private DependencyTemplates spare = new DependencyTemplates();
  private boolean begun;
  private boolean starts;
  private int frame;
  private int temporal;
  private int needed;
  private int reaches;

  /** Nothing has been told yet. */
  public DependencyDescriptor() {
    Arrays.fill(numbers, -1);
  }

  /**
   * Reads what a packet has.
   *
   * @param off where the element's data begin
   * @param len of the data
   * @return false if they are broken, or name what has not been told; then nothing is known of it
   */
  public boolean read(byte[] b, int off, int len) {
    if (len < MANDATORY_BYTES) {
      return false;
    }
    in.begin(b, off, len);
    starts = in.flag();
    in.bits(1);
    int number = in.bits(6);
    frame = in.bits(16);
    return len == MANDATORY_BYTES ? define(number) : readMore(number);
  }

  private boolean readMore(int number) {
    boolean structure = in.flag();
    boolean activity = in.flag();
    boolean ownTargets = in.flag();
    boolean ownReferences = in.flag();
    in.bits(1);
    if (structure && !restructure()) {
      return false;
    }
    if (activity) {
      in.bits(known.targets()); // What is not sent, whoever counts what comes sees.
    }
    int template = begun ? known.find(number) : -1;
    if (template < 0 || in.overrun()) {
      return false;
    }
    int switches = ownTargets ? readSwitches() : known.switches(template);
    define(template, switches, ownReferences);
    return !in.overrun();
  }

  /** What is broken does not take the place of what was told before. */
  private boolean restructure() {
    if (!spare.read(in)) {
      return false;
    }
    DependencyTemplates before = known;
    known = spare;
    spare = before;
    begun = true;
    return true;
  }

  private int readSwitches() {
    int switches = 0;
    for (int target = 0; target < known.targets(); target++) {
      switches |= in.bits(2) == SWITCH ? 1 << target : 0;
    }
    return switches;
  }

  private boolean define(int number) {
    int template = begun ? known.find(number) : -1;
    if (template >= 0) {
      define(template, known.switches(template), false);
    }
    return template >= 0;
  }

  private void define(int template, int switches, boolean ownReferences) {
    temporal = known.temporal(template);
    needed = ownReferences ? neededByOwn() : neededBy(template);
    reaches = known.highest(switches);
    numbers[frame & REMEMBERED - 1] = frame;
    layers[frame & REMEMBERED - 1] = (byte) temporal;
  }

  private int neededBy(int template) {
    int highest = 0;
    for (int i = 0; i < known.references(template); i++) {
      highest = Math.max(highest, layerOf(known.difference(template, i)));
    }
    return highest;
  }

  private int neededByOwn() {
    int highest = 0;
    for (int size = in.bits(2); size > 0 && !in.overrun(); size = in.bits(2)) {
      highest = Math.max(highest, layerOf(in.bits(4 * size) + 1));
    }
    return highest;
  }

  /** The temporal layer of an earlier frame; of one that is not known, the worst. */
  private int layerOf(int before) {
    int number = frame - before & 0xffff;
    return numbers[number & REMEMBERED - 1] == number ? layers[number & REMEMBERED - 1] : temporal;
  }

  /** Whether a frame begins with the packet. */
  public boolean starts() {
    return starts;
  }

  /** The frame's number, 0 to 65535. */
  public int frame() {
    return frame;
  }

  /** The frame's temporal layer, 0 to 7. */
  public int temporal() {
    return temporal;
  }

  /**
   * The highest temporal layer of the frames that it refers to: whoever has those can decode it.
   */
  public int needed() {
    return needed;
  }

  /** To which temporal layer whoever decodes it may go up from it on; 0 if no further. */
  public int reaches() {
    return reaches;
  }

  /**
   * How high the largest picture is, in pixels, as told with the last key frame; 0 if it is not.
   */
  public int height() {
    return known.height();
  }
}
