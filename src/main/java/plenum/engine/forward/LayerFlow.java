package plenum.engine.forward;

import java.util.concurrent.TimeUnit;

/**
 * How one encoding comes in: whether it does, with how many bits a second, how large its picture.
 */
final class LayerFlow {

  /** Rates are counted over so long, at least. */
  private static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A camera in the dark sends five pictures a second. */
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private long windowNanos;
  private long windowBytes;
  private long lastNanos;
  private boolean heard;
  private long bitrate;
  private int height;

  /** A packet has come. */
  void received(int bytes, long nowNanos) {
    if (!heard || nowNanos - lastNanos > SILENT_NANOS) {
      windowNanos = nowNanos;
      windowBytes = 0;
    }
    heard = true;
    lastNanos = nowNanos;
    windowBytes += bytes;
    long passed = nowNanos - windowNanos;
    if (passed >= WINDOW_NANOS) {
      bitrate = windowBytes * Byte.SIZE * TimeUnit.SECONDS.toMillis(1) / millis(passed);
      windowNanos = nowNanos;
      windowBytes = 0;
    }
  }

  private static long millis(long nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  /** A key frame of that height has come; 0 says nothing of it. */
  void show(int pixels) {
    height = pixels > 0 ? pixels : height;
  }

  /** Whether packets of it have come lately. */
  boolean flows(long nowNanos) {
    return heard && nowNanos - lastNanos <= SILENT_NANOS;
  }

  /** How long none has come; very long if none ever has. */
  long silentNanos(long nowNanos) {
    return heard ? nowNanos - lastNanos : Long.MAX_VALUE;
  }

  /** Bits a second, of RTP; 0 until it has been counted. */
  long bitrate() {
    return bitrate;
  }

  /** The picture's height in pixels, 0 while it is not known. */
  int height() {
    return height;
  }
}
