package plenum.engine.session;

import plenum.engine.forward.TokenBucket;

/**
 * How much a publisher may send: so many bits, and not in so many packets that forwarding them to
 * every player is what costs.
 */
final class PublisherLimit {

  /** How much more may come at once: half a second's worth. */
  private static final double BURST_SECONDS = 0.5;

  /** Bytes that packets have on the average at least: video at a high bitrate fills them. */
  private static final int AVERAGE_PACKET = 300;

  /** Sound and a slow picture have small packets, but few. */
  static final int PACKETS_PER_SECOND = 400;

  private final TokenBucket bytes;
  private final TokenBucket packets;

  /**
   * @param maxBitrate bits per second
   */
  PublisherLimit(long maxBitrate, long nowNanos) {
    double rate = maxBitrate / 8.0;
    bytes = new TokenBucket(rate, rate * BURST_SECONDS, nowNanos);
    double packetRate = Math.max(PACKETS_PER_SECOND, rate / AVERAGE_PACKET);
    packets = new TokenBucket(packetRate, packetRate * BURST_SECONDS, nowNanos);
  }

  /** Whether a packet of this many bytes is within the limit; it is counted then. */
  boolean permits(int length, long nowNanos) {
    return packets.take(1, nowNanos) && bytes.take(length, nowNanos);
  }
}
