package plenum.engine.forward;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Sequence numbers and timestamps of one track towards one player: continuous from the first packet
 * to the last, whichever publisher they come from (RFC 3550 section 5.1). Within one source the
 * mapping is fixed, so that a packet that is sent twice is the same packet, as SRTP demands.
 */
final class Timeline {

  /** How one source's numbers become the player's. */
  record Mapping(long firstSource, long sequenceOffset, int timestampOffset) {

    private static final Mapping NONE = new Mapping(0, 0, 0);

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
  }

  private Mapping mapping = Mapping.NONE;
  private long lastSequence;
  private int lastTimestamp;
  private long lastNanos;

  /** The last number with which a packet has left; some may still wait behind it. */
  private long leftSequence;

  private boolean started;

  /**
   * Continues with another source: the next sequence number, and a timestamp later by the time that
   * has passed.
   *
   * @param sequence the source's first extended sequence number
   * @param timestamp the source's first timestamp
   */
  void follow(long sequence, int timestamp, int clockRate, long nowNanos) {
    follow(sequence, timestamp, elapsed(clockRate, nowNanos));
  }

  /**
   * Continues with another source that is known to be later by so much.
   *
   * @param ticks from the last packet's timestamp to this one's; it is later by one at least
   */
  void follow(long sequence, int timestamp, int ticks) {
    if (!started) {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      lastSequence = random.nextInt(1, 1 << 15);
      leftSequence = lastSequence;
      lastTimestamp = random.nextInt();
      started = true;
    }
    mapping =
        new Mapping(
            sequence, lastSequence + 1 - sequence, lastTimestamp + Math.max(1, ticks) - timestamp);
  }

  /** Ticks since the last packet, by the clock; at least 1. */
  int elapsed(int clockRate, long nowNanos) {
    long nanos = started ? nowNanos - lastNanos : 0;
    long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
    return (int) Math.max(1, micros * clockRate / 1_000_000);
  }

  /** The present source's. */
  Mapping mapping() {
    return mapping;
  }

  boolean covers(long sourceSequence) {
    return mapping.covers(sourceSequence);
  }

  long sequence(long sourceSequence) {
    return mapping.sequence(sourceSequence);
  }

  int sourceSequence(int playerSequence) {
    return mapping.sourceSequence(playerSequence);
  }

  int timestamp(int sourceTimestamp) {
    return mapping.timestamp(sourceTimestamp);
  }

  /** The player's extended sequence number, near the last one, that ends in these 16 bits. */
  long extended(int sequence16) {
    return lastSequence + (short) (sequence16 - (int) lastSequence);
  }

  /** The timestamp of the last packet. */
  int lastTimestamp() {
    return lastTimestamp;
  }

  /** Notes a packet that was sent, so that the next source can continue after it. */
  void sent(long playerSequence, int playerTimestamp, long nowNanos) {
    if (playerSequence > lastSequence) {
      lastSequence = playerSequence;
      lastTimestamp = playerTimestamp;
      lastNanos = nowNanos;
    }
  }

  /** A packet leaves: its number is used up. */
  void leaves(long playerSequence) {
    leftSequence = Math.max(leftSequence, playerSequence);
  }

  /** The player's extended sequence number of the last packet that has left. */
  long left() {
    return leftSequence;
  }

  /** What has not left never will: the next packet has the number after the last one that has. */
  void giveUp() {
    lastSequence = leftSequence;
  }
}
