package plenum.engine.estimate;

import java.util.concurrent.TimeUnit;

/**
 * One attempt at a higher rate: for a moment everything that is sent, and padding, makes up that
 * rate; what arrives of it, and how fast, tells whether the link carries it.
 */
final class Probe {

  /** Packets that belong to no probe. */
  static final byte NONE = 0;

  /** Packets behind a probe: what they wait, the probe has caused. */
  static final byte WAKE = -1;

  static final long DURATION_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private static final int MIN_PACKETS = 6;
  private static final int MAX_PADDING = 1100;
  private static final int MIN_PADDING = 200;

  /** So much must arrive for a verdict. */
  private static final double MIN_ARRIVED = 0.8;

  /** Arriving slower than this part of what was sent, they waited for one another. */
  private static final double CARRIED = 0.9;

  private static final double MEDIA = 1.5;

  /** Longer on the way by so much than the first of it, it fills the link. */
  private static final long FILLING_MICROS = 40_000;

  /** What packets at the end of a long one take longer, waits for room of others. */
  private static final long GROWN_MICROS = 10_000;

  /** Part of a long one that is its beginning, and its end. */
  private static final int EDGE = 5;

  private static final long NO_WAY = Long.MAX_VALUE;

  /** So many of so few packets lost: what does not fit into the link has no queue there. */
  private static final double MAX_MISSED = 0.2;

  private static final int ENOUGH_PACKETS = 20;

  /** What is believed of a link that was full: a burst gets more than its share there. */
  private static final double FULL = 0.85;

  private final byte id;
  private final double bitrate;
  private final long goal;
  private final int padding;
  private final long beganNanos;
  private final long measuredMicros;
  private int packets;
  private long bytes;
  private long lastNanos;
  private int arrivedPackets;
  private long arrivedBytes;
  private long firstArrival = Long.MAX_VALUE;
  private long lastArrival = Long.MIN_VALUE;
  private int firstArrivalBytes;
  private long firstSent = Long.MAX_VALUE;
  private long lastSent = Long.MIN_VALUE;
  private int lastSentBytes;
  private int missed;
  private long leastWay = Long.MAX_VALUE;
  private final long earlyMicros;
  private final long lateMicros;
  private long earlyWay = NO_WAY;
  private long lateWay = NO_WAY;
  private boolean fills;

  /** A short probe of that rate, which begins now. */
  Probe(byte id, double bitrate, long nowNanos) {
    this(id, bitrate, DURATION_NANOS, 0, nowNanos);
  }

  /**
   * A probe of that rate, which begins now.
   *
   * @param skippedNanos of its duration: what is sent until then tells nothing, for a shaper lets
   *     some of it pass at once
   */
  Probe(byte id, double bitrate, long durationNanos, long skippedNanos, long nowNanos) {
    this.id = id;
    this.bitrate = bitrate;
    this.beganNanos = nowNanos;
    this.measuredMicros = TimeUnit.NANOSECONDS.toMicros(nowNanos + skippedNanos);
    long part = skippedNanos == 0 ? 0 : durationNanos / EDGE;
    this.earlyMicros = TimeUnit.NANOSECONDS.toMicros(nowNanos + part);
    this.lateMicros = TimeUnit.NANOSECONDS.toMicros(nowNanos + durationNanos - part);
    double wanted = bitrate * durationNanos / 8e9;
    this.padding = (int) Math.max(MIN_PADDING, Math.min(MAX_PADDING, wanted / MIN_PACKETS));
    this.goal = (long) Math.max(wanted, MIN_PACKETS * padding);
  }

  byte id() {
    return id;
  }

  double bitrate() {
    return bitrate;
  }

  /** Whether all of it was sent. */
  boolean sent() {
    return fills || bytes >= goal && packets >= MIN_PACKETS;
  }

  long lastNanos() {
    return packets == 0 ? beganNanos : lastNanos;
  }

  /** When the next padding is due. */
  long dueNanos() {
    return beganNanos + (long) (bytes * 8e9 / bitrate);
  }

  /** Bytes of padding that one packet of it has. */
  int padding() {
    return padding;
  }

  void send(int size, long nowNanos) {
    packets++;
    bytes += size;
    lastNanos = nowNanos;
  }

  /** A packet of it has arrived; times in microseconds of both clocks. */
  void arrived(int size, long sent, long arrival) {
    arrivedPackets++;
    leastWay = Math.min(leastWay, arrival - sent);
    fills |= arrival - sent - leastWay > FILLING_MICROS;
    way(sent, arrival - sent);
    if (sent < measuredMicros) {
      return;
    }
    arrivedBytes += size;
    if (arrival < firstArrival) {
      firstArrival = arrival;
      firstArrivalBytes = size;
    }
    lastArrival = Math.max(lastArrival, arrival);
    firstSent = Math.min(firstSent, sent);
    if (sent >= lastSent) {
      lastSent = sent;
      lastSentBytes = size;
    }
  }

  /** Of the quickest packets at its beginning and its end. */
  private void way(long sent, long micros) {
    if (sent < earlyMicros) {
      earlyWay = Math.min(earlyWay, micros);
    } else if (sent >= lateMicros) {
      lateWay = Math.min(lateWay, micros);
    }
  }

  /** How much longer packets take at its end, 0 where it is too short to tell. */
  private long grown() {
    return earlyWay == NO_WAY || lateWay == NO_WAY ? 0 : lateWay - earlyWay;
  }

  void missed() {
    missed++;
    fills |= packets >= ENOUGH_PACKETS && missed > MAX_MISSED * packets;
  }

  /** Whether it was given up because the link was full of it. */
  boolean fills() {
    return fills;
  }

  /** Whether it is known of all its packets what became of them. */
  boolean complete() {
    return fills || sent() && arrivedPackets + missed >= packets;
  }

  /** Whether enough of it arrived for a verdict. */
  boolean conclusive() {
    return fills
        || sent() && arrivedPackets >= MIN_ARRIVED * packets && arrivedBytes > firstArrivalBytes;
  }

  private double sentRate() {
    return (arrivedBytes - lastSentBytes) * 8e6 / Math.max(1, lastSent - firstSent);
  }

  private double arrivedRate() {
    return (arrivedBytes - firstArrivalBytes) * 8e6 / Math.max(1, lastArrival - firstArrival);
  }

  /**
   * Whether the link carried it. A picture at its end may make it more than was to be tried; where
   * it is much more, it is another attempt.
   */
  boolean carried() {
    boolean other = sentRate() > MEDIA * bitrate;
    double tried = other ? sentRate() : Math.min(bitrate, sentRate());
    return !fills && arrivedRate() >= CARRIED * tried && grown() < GROWN_MICROS;
  }

  /** Bits a second that the link carries, as far as it tells. */
  double result() {
    double shown = Math.min(sentRate(), arrivedRate());
    return Math.min(bitrate, carried() ? shown : FULL * shown);
  }
}
