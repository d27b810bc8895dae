package plenum.engine.session;

/** What a simulated publisher sends of its three encodings, and what it says of them. */
interface Habits {

  /** Height, bits a second. */
  int[][] ENCODINGS = {{720, 1_500_000}, {360, 500_000}, {180, 150_000}};

  int[] TEMPORAL = {0, 2, 1, 2};

  /** Sends what it says. */
  Habits HONEST = new Habits() {};

  default boolean sends(int encoding) {
    return true;
  }

  default int bitrate(int encoding) {
    return ENCODINGS[encoding][1];
  }

  /** Bytes of one frame, 0 for none. */
  default int bytes(int encoding, int frame, boolean key) {
    return sends(encoding) ? bitrate(encoding) / 8 / 30 * (key ? keyFrame() : 1) : 0;
  }

  /** How many times as large as its other frames a key frame is. */
  default int keyFrame() {
    return 6;
  }

  /** As it says in key frames. */
  default int height(int encoding, int frame) {
    return ENCODINGS[encoding][0];
  }

  /** The temporal layer that it says, 0 to 3. */
  default int temporal(int frame, boolean key) {
    return key ? 0 : TEMPORAL[frame % 4];
  }

  /** Whether it sends a key frame though nobody has asked. */
  default boolean key(int frame) {
    return frame == 0;
  }
}
