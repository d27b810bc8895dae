package plenum.engine.rtcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Remembers when packets arrived by their transport-wide sequence numbers and reports it to their
 * sender, who estimates the bandwidth from it (draft-holmer-rmcat-transport-wide-cc-extensions-01).
 *
 * <p>Each report goes on where the previous ended; a packet that arrives late moves the next report
 * back to itself. Memory is a fixed window of {@value #WINDOW} packets. Not thread-safe.
 */
public final class TransportFeedbackRecorder {

  private static final int WINDOW = 2048;

  /** At most 2 bytes each, so that a report always fits into one datagram. */
  private static final int STATUSES_PER_REPORT = 400;

  /** Arrivals that could not be reported for so long tell a bandwidth estimator nothing. */
  private static final long MAX_AGE_TICKS = 5_000_000 / 250;

  private static final long NONE = Long.MIN_VALUE;
  private static final int TICKS_PER_REFERENCE = 256;

  private final int senderSsrc;

  /** Arrival of sequence n in ticks of 250 us at n modulo the window; {@link #NONE} if missing. */
  private final long[] arrivals = new long[WINDOW];

  private boolean started;
  private long highest;
  private long base;
  private int mediaSsrc;
  private int count;

  /**
   * @param senderSsrc the SSRC that the reports are sent from
   */
  public TransportFeedbackRecorder(int senderSsrc) {
    this.senderSsrc = senderSsrc;
    Arrays.fill(arrivals, NONE);
  }

  /**
   * A packet came in. Duplicates, and packets more than the window behind, change nothing.
   *
   * @param transportSequence its transport-wide sequence number, 16 bits
   * @param arrivalMicros on any clock that does not jump
   */
  public void received(int transportSequence, int mediaSsrc, long arrivalMicros) {
    long sequence = extend(transportSequence);
    if (sequence <= highest - WINDOW) {
      return;
    }
    this.mediaSsrc = mediaSsrc;
    for (long n = Math.max(highest + 1, sequence - WINDOW); n < sequence; n++) {
      arrivals[slot(n)] = NONE;
    }
    if (sequence > highest || arrivals[slot(sequence)] == NONE) {
      arrivals[slot(sequence)] = Math.floorDiv(arrivalMicros, 250L);
      base = Math.min(base, sequence);
    }
    highest = Math.max(highest, sequence);
    base = Math.max(base, highest - WINDOW + 1);
  }

  private long extend(int sequence16) {
    if (!started) {
      started = true;
      base = sequence16 & 0xffff;
      highest = base - 1;
    }
    return highest + (short) (sequence16 - (int) highest);
  }

  private static int slot(long sequence) {
    return (int) (sequence & WINDOW - 1);
  }

  /**
   * The next report as a reduced-size RTCP packet; empty if nothing arrived since the last.
   *
   * @param nowMicros on the clock of the arrivals
   */
  public Optional<byte[]> feedback(long nowMicros) {
    return report(nowMicros).map(report -> RtcpWriter.compound(List.of(report)));
  }

  /** The next report as a value, to be put into a compound; empty if there is none. */
  public Optional<TransportFeedback> report(long nowMicros) {
    long oldest = Math.floorDiv(nowMicros, 250L) - MAX_AGE_TICKS;
    long first = base;
    while (first <= highest && (arrival(first) == NONE || arrival(first) < oldest)) {
      base = arrival(first) == NONE ? base : first + 1;
      first++;
    }
    if (!started || first > highest) {
      return Optional.empty();
    }
    // Losses before the first arrival are reported too, unless they alone would fill the report.
    base = Math.max(base, first - STATUSES_PER_REPORT / 2);
    int reference = (int) Math.floorDiv(arrival(first), (long) TICKS_PER_REFERENCE);
    int sequence = (int) (base & 0xffff);
    Deltas deltas = takeDeltas(Math.floorDiv(arrival(first), 256L) * TICKS_PER_REFERENCE);
    return Optional.of(
        new TransportFeedback(
            senderSsrc, mediaSsrc, sequence, reference << 8 >> 8, count++ & 0xff, deltas));
  }

  /** Statuses from the base on; the base moves behind them. */
  private Deltas takeDeltas(long referenceTicks) {
    int[] deltas = new int[STATUSES_PER_REPORT];
    int taken = 0;
    long previous = referenceTicks;
    while (base <= highest && taken < deltas.length) {
      long arrival = arrival(base);
      long delta = arrival == NONE ? 0 : arrival - previous;
      if (delta != (short) delta) {
        break;
      }
      deltas[taken++] = arrival == NONE ? TransportFeedback.NOT_RECEIVED : (int) delta;
      previous = arrival == NONE ? previous : arrival;
      base++;
    }
    return Deltas.first(deltas, taken);
  }

  private long arrival(long sequence) {
    return arrivals[slot(sequence)];
  }
}
