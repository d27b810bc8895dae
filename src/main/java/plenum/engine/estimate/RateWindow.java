package plenum.engine.estimate;

import java.util.Arrays;

/** Bytes over the last half second, on any clock. */
final class RateWindow {

  private static final long BUCKET_MICROS = 25_000;
  private static final int BUCKETS = 20;

  /** Buckets of the shorter of two windows. */
  private static final int SHORT = 8;

  /** Less than this since the first packet tells no rate. */
  private static final long MIN_MICROS = 150_000;

  private final long[] bytes = new long[BUCKETS];
  private boolean started;
  private long firstMicros;
  private long newestMicros;

  void clear() {
    started = false;
    Arrays.fill(bytes, 0);
  }

  void add(int size, long micros) {
    if (!started) {
      started = true;
      firstMicros = micros;
      newestMicros = micros;
    }
    advance(micros);
    long bucket = Math.floorDiv(micros, BUCKET_MICROS);
    if (bucket > newest() - BUCKETS) {
      bytes[slot(bucket)] += size;
    }
  }

  /** Time has gone on to there. */
  void advance(long micros) {
    if (!started || micros <= newestMicros) {
      return;
    }
    long to = Math.floorDiv(micros, BUCKET_MICROS);
    for (long n = Math.max(newest() + 1, to - BUCKETS + 1); n <= to; n++) {
      bytes[slot(n)] = 0;
    }
    newestMicros = micros;
  }

  private long newest() {
    return Math.floorDiv(newestMicros, BUCKET_MICROS);
  }

  private static int slot(long bucket) {
    return (int) Math.floorMod(bucket, (long) BUCKETS);
  }

  /** Whether enough time has passed to tell a rate. */
  boolean known() {
    return started && newestMicros - firstMicros >= MIN_MICROS;
  }

  /** Bits a second of half a second; 0 if not known. */
  double bitrate() {
    return bitrate(BUCKETS);
  }

  /** Bits a second of the last 200 ms; 0 if not known. */
  double latest() {
    return bitrate(SHORT);
  }

  private double bitrate(int buckets) {
    if (!known()) {
      return 0;
    }
    long sum = 0;
    for (long n = newest() - buckets + 1; n <= newest(); n++) {
      sum += bytes[slot(n)];
    }
    long begin = Math.max(firstMicros, (newest() - buckets + 1) * BUCKET_MICROS);
    return sum * 8e6 / Math.max(BUCKET_MICROS, newestMicros - begin);
  }
}
