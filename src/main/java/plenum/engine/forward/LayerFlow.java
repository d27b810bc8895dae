package plenum.engine.forward;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How one encoding comes in: whether it does, with how many bits a second, how large its picture.
 */
final class LayerFlow {

  /** Rates are counted over so long, at least. */
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A camera in the dark sends five pictures a second. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A publisher that makes an encoding again that is needed has done so by then. */
  private static final long ABSENT_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int TEMPORAL = 8;

  /** Over some seconds, so that a key frame is no reason for anything. */
  private static final int SMOOTHING = 4;

  /** Bitrates that change by less than this part are the same. */
  private static final int NOTICED = 10;

  /** What comes at once can be counted as if it came over so many windows. */
  private static final int LATER_WINDOWS = 8;

  /** After a pause all that has come before it is counted, over so long at most. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final long[] windowBytes = new long[TEMPORAL];
  private final long[] bitrates = new long[TEMPORAL];
  private final long[] spread = new long[TEMPORAL];
  private final long[] lasting = new long[TEMPORAL];
  private long windowKeys;

  /** Bytes of key frames that are still to be counted. */
  private long laterKeys;

  /** By temporal layer, bytes of all frames that are still to be counted. */
  private final long[] later = new long[TEMPORAL];

  private long stampedBitrate;
  private int stamp;
  private long windowPackets;
  private long packets;
  private long windowNanos;
  private long firstNanos;
  private long lastNanos;
  private boolean heard;
  private int height;
  private boolean needed;
  private long neededNanos;
  private boolean absent;

  /**
   * A packet has come.
   *
   * @param temporal the temporal layer of its frame
   * @param key whether that is a key frame
   */
  void received(int bytes, int temporal, boolean key, long nowNanos) {
    firstNanos = heard ? firstNanos : nowNanos;
    if (!heard) {
      begin(nowNanos);
    } else if (nowNanos - lastNanos > SILENT_NANOS) {
      countLasting(millis(Math.min(PAUSE_NANOS, nowNanos - windowNanos)));
      begin(nowNanos);
    }
    heard = true;
    absent = false;
    lastNanos = nowNanos;
    windowBytes[temporal] += bytes;
    windowKeys += key ? bytes : 0;
    windowPackets++;
    long passed = nowNanos - windowNanos;
    if (passed >= WINDOW_NANOS) {
      count(millis(passed));
      begin(nowNanos);
    }
  }

  private void begin(long nowNanos) {
    windowNanos = nowNanos;
    windowPackets = 0;
    windowKeys = 0;
    Arrays.fill(windowBytes, 0);
  }

  private void count(long millis) {
    laterKeys += windowKeys;
    long keys = laterKeys / LATER_WINDOWS;
    laterKeys -= keys;
    smooth(bitrates, 0, millis);
    smooth(spread, keys - windowKeys, millis);
    countLasting(millis);
    packets = smooth(packets, windowPackets * TimeUnit.SECONDS.toMillis(1) / millis);
    if (Math.abs(bitrate() - stampedBitrate) > stampedBitrate / NOTICED) {
      stampedBitrate = bitrate();
      stamp++;
    }
  }

  private void countLasting(long millis) {
    long bytes = 0;
    for (int i = 0; i < TEMPORAL; i++) {
      later[i] += windowBytes[i];
      long now = later[i] / LATER_WINDOWS;
      later[i] -= now;
      bytes += now;
      lasting[i] = smooth(lasting[i], bytes * 8000 / millis);
    }
  }

  private void smooth(long[] counted, long more, long millis) {
    long bytes = more;
    for (int i = 0; i < TEMPORAL; i++) {
      bytes += windowBytes[i];
      counted[i] = smooth(counted[i], Math.max(0, bytes) * 8000 / millis);
    }
  }

  private static long smooth(long before, long now) {
    return before == 0 ? now : before + (now - before) / SMOOTHING;
  }

  private static long millis(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** A key frame of that height has come; 0 says nothing of it. */
  void show(int pixels) {
    if (pixels > 0 && pixels != height) {
      height = pixels;
      stamp++;
    }
  }

  /**
   * Whether anybody needs it, which its publisher is told.
   *
   * @param comes whether any encoding of the picture comes
   */
  void need(boolean isNeeded, boolean comes, long nowNanos) {
    neededNanos = needed && comes ? neededNanos : nowNanos;
    needed = isNeeded;
    boolean late = nowNanos - neededNanos > ABSENT_NANOS && silentNanos(nowNanos) > ABSENT_NANOS;
    stamp += needed && late && !absent ? 1 : 0;
    absent |= needed && late;
  }

  /** Whether it was needed and did not come all the same: its publisher does not make it. */
  boolean isAbsent() {
    return absent;
  }

  /** Whether packets of it have come lately. */
  boolean flows(long nowNanos) {
    return heard && nowNanos - lastNanos <= SILENT_NANOS;
  }

  /** Whether its first packet has come within the last second. */
  boolean isYoung(long nowNanos) {
    return heard && nowNanos - firstNanos <= SILENT_NANOS;
  }

  /** How long none has come; very long if none ever has. */
  long silentNanos(long nowNanos) {
    return heard ? nowNanos - lastNanos : Long.MAX_VALUE;
  }

  /** Another number says that something of it has changed that matters to who shares a link out. */
  int stamp(long nowNanos) {
    return 2 * stamp + (flows(nowNanos) ? 1 : 0);
  }

  /** Bits a second, of RTP; 0 until it has been counted. */
  long bitrate() {
    return bitrates[TEMPORAL - 1];
  }

  /** The same up to each temporal layer; where there are none, all are alike. */
  List<Long> bitrates(Averaged over) {
    long[] averages =
        switch (over) {
          case SOON -> bitrates;
          case WITH_KEY_FRAMES_SPREAD -> spread;
          case LONG -> lasting;
        };
    return Arrays.stream(averages).boxed().toList();
  }

  /** Packets a second; 0 until they have been counted. */
  long packets() {
    return packets;
  }

  /** The picture's height in pixels, 0 while it is not known. */
  int height() {
    return height;
  }
}
