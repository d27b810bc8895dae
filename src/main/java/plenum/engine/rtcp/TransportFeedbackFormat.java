package plenum.engine.rtcp;

import java.util.Optional;

/**
 * The layout of transport-wide congestion control feedback
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1).
 */
final class TransportFeedbackFormat {

  private static final int HEADER = 20;

  /** Symbols of a status. */
  private static final int LOST = 0;

  private static final int SMALL = 1;
  private static final int LARGE = 2;

  private static final int MAX_RUN = 8191;
  private static final int BITS_IN_VECTOR = 14;
  private static final int PAIRS_IN_VECTOR = 7;

  private TransportFeedbackFormat() {}

  static void write(TransportFeedback feedback, Output out) {
    int start = out.begin(TransportFeedback.FORMAT, RtcpReader.TRANSPORT_FEEDBACK);
    out.u32(feedback.sender()).u32(feedback.media());
    out.u16(feedback.baseSequence()).u16(feedback.deltas().size());
    out.u24(feedback.referenceTime()).u8(feedback.count());
    writeChunks(feedback.deltas(), out);
    for (int i = 0; i < feedback.deltas().size(); i++) {
      int delta = feedback.deltas().get(i);
      if (symbol(delta) == SMALL) {
        out.u8(delta);
      } else if (symbol(delta) == LARGE) {
        out.u16(delta);
      }
    }
    out.end(start);
  }

  private static int symbol(int delta) {
    if (delta == TransportFeedback.NOT_RECEIVED) {
      return LOST;
    }
    return delta >= 0 && delta <= 255 ? SMALL : LARGE;
  }

  private static void writeChunks(Deltas deltas, Output out) {
    int at = 0;
    while (at < deltas.size()) {
      int run = run(deltas, at);
      if (run >= PAIRS_IN_VECTOR || at + run == deltas.size()) {
        out.u16(symbol(deltas.get(at)) << 13 | run);
        at += run;
      } else {
        at += writeVector(deltas, at, out);
      }
    }
  }

  /** How many statuses from {@code at} on have the same symbol. */
  private static int run(Deltas deltas, int at) {
    int symbol = symbol(deltas.get(at));
    int end = at + 1;
    while (end < deltas.size() && end - at < MAX_RUN && symbol(deltas.get(end)) == symbol) {
      end++;
    }
    return end - at;
  }

  /** One status vector chunk: bits when no large delta is among the next 14, else pairs of bits. */
  private static int writeVector(Deltas deltas, int at, Output out) {
    int bits = Math.min(BITS_IN_VECTOR, deltas.size() - at);
    boolean large = anyLarge(deltas, at, bits);
    int count = large ? Math.min(PAIRS_IN_VECTOR, bits) : bits;
    int width = large ? 2 : 1;
    int chunk = large ? 0xc000 : 0x8000;
    for (int i = 0; i < count; i++) {
      chunk |= symbol(deltas.get(at + i)) << BITS_IN_VECTOR - width * (i + 1);
    }
    out.u16(chunk);
    return count;
  }

  private static boolean anyLarge(Deltas deltas, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (symbol(deltas.get(i)) == LARGE) {
        return true;
      }
    }
    return false;
  }

  static Optional<TransportFeedback> read(Input in) {
    int count = in.len() < HEADER ? 0 : in.u16(14);
    if (count == 0 || count > TransportFeedback.MAX_STATUSES) {
      return Optional.empty();
    }
    int[] statuses = new int[count];
    int at = readChunks(in, statuses);
    if (at < 0 || !readDeltas(in, at, statuses)) {
      return Optional.empty();
    }
    return Optional.of(
        new TransportFeedback(
            in.i32(4),
            in.i32(8),
            in.u16(12),
            in.i24(16),
            in.u8(19),
            Deltas.first(statuses, count)));
  }

  /**
   * The symbols of all statuses.
   *
   * @return where the deltas begin, -1 when chunks are missing or one of them is of nothing
   */
  private static int readChunks(Input in, int[] symbols) {
    int at = HEADER;
    int read = 0;
    while (read < symbols.length) {
      if (at + 2 > in.len()) {
        return -1;
      }
      int chunk = in.u16(at);
      at += 2;
      boolean vector = (chunk & 0x8000) != 0;
      boolean pairs = (chunk & 0x4000) != 0;
      int size = !vector ? chunk & 0x1fff : pairs ? PAIRS_IN_VECTOR : BITS_IN_VECTOR;
      if (size == 0) {
        return -1;
      }
      for (int i = 0; i < size && read < symbols.length; i++) {
        if (!vector) {
          symbols[read++] = chunk >> 13 & 3;
        } else {
          symbols[read++] = pairs ? chunk >> 12 - 2 * i & 3 : chunk >> 13 - i & 1;
        }
      }
    }
    return at;
  }

  /** Replaces each symbol by its delta; false when deltas are missing or a symbol is reserved. */
  private static boolean readDeltas(Input in, int from, int[] statuses) {
    int at = from;
    for (int i = 0; i < statuses.length; i++) {
      int symbol = statuses[i];
      if (symbol > LARGE || at + symbol > in.len()) {
        return false;
      }
      int large = symbol == LARGE ? (short) in.u16(at) : 0;
      statuses[i] =
          switch (symbol) {
            case LOST -> TransportFeedback.NOT_RECEIVED;
            case SMALL -> in.u8(at);
            default -> large;
          };
      at += symbol;
    }
    return true;
  }
}
