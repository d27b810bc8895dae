package plenum.engine.forward;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sequence numbers and timestamps of one track towards one player: continuous from the first packet
 * to the last, whichever publisher they come from (RFC 3550 section 5.1). Within one source the
 * mapping is fixed, so that a packet that is sent twice is the same packet, as SRTP demands.
 */
final class Timeline {

  private long firstSource;
  private long sequenceOffset;
  private int timestampOffset;
  private long lastSequence;
  private int lastTimestamp;
  private long lastNanos;
  private boolean started;

  /**
   * Continues with another source: the next sequence number, and a timestamp later by the time that
   * has passed.
   *
   * @param sequence the source's first extended sequence number
   * @param timestamp the source's first timestamp
   */
  void follow(long sequence, int timestamp, int clockRate, long nowNanos) {
    if (!started) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      lastSequence = random.nextInt(1, 1 << 15);
      lastTimestamp = random.nextInt();
      lastNanos = nowNanos;
      started = true;
    }
    firstSource = sequence;
    sequenceOffset = lastSequence + 1 - sequence;
    timestampOffset = lastTimestamp + ticks(nowNanos - lastNanos, clockRate) - timestamp;
  }

  private static int ticks(long nanos, int clockRate) {
    long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    return (int) Math.max(1, micros * clockRate / 1_000_000);
  }

  /** Whether a source's packet lies in the part of it that this player was sent. */
  boolean covers(long sourceSequence) {
    return sourceSequence >= firstSource;
  }

  /** The player's extended sequence number. */
  long sequence(long sourceSequence) {
    return sourceSequence + sequenceOffset;
  }

  /** The low 16 bits of the source's sequence number for one of the player's. */
  int sourceSequence(int playerSequence) {
    return (int) (playerSequence - sequenceOffset) & 0xffff;
  }

  int timestamp(int sourceTimestamp) {
    return sourceTimestamp + timestampOffset;
  }

  /** Notes a packet that was sent, so that the next source can continue after it. */
  void sent(long playerSequence, int playerTimestamp, long nowNanos) {
    if (playerSequence > lastSequence) {
      lastSequence = playerSequence;
      lastTimestamp = playerTimestamp;
      lastNanos = nowNanos;
    }
  }
}
