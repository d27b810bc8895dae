package plenum.engine.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An independent reading of transport-wide feedback, for the tests of what we send. */
record FeedbackDecoder(int sender, int media, int base, int count, Map<Integer, Long> arrivals) {

  /** Arrival in 250 us by sequence number (not reduced modulo 65536); null for a lost packet. */
  static FeedbackDecoder decode(byte[] packet) {
    ByteBuffer in = ByteBuffer.wrap(packet);
    int first = in.getInt();
    if (first >>> 16 != 0x8fcd || ((first & 0xffff) + 1) * 4 != packet.length) {
      throw new AssertionError("not a feedback packet: " + Integer.toHexString(first));
    }
    int sender = in.getInt();
    int media = in.getInt();
    int base = in.getShort() & 0xffff;
    int statuses = in.getShort() & 0xffff;
    int last = in.getInt();
    List<Integer> symbols = symbols(in, statuses);
    long time = (long) (last >> 8) * 256;
    Map<Integer, Long> arrivals = new TreeMap<>();
    for (int i = 0; i < statuses; i++) {
      switch (symbols.get(i)) {
        case 0 -> arrivals.put(base + i, null);
        case 1 -> arrivals.put(base + i, time += in.get() & 0xff);
        case 2 -> arrivals.put(base + i, time += in.getShort());
        default -> throw new AssertionError("reserved symbol");
      }
    }
    if (in.remaining() > 3) {
      throw new AssertionError("bytes behind the deltas: " + in.remaining());
    }
    return new FeedbackDecoder(sender, media, base, last & 0xff, arrivals);
  }

  private static List<Integer> symbols(ByteBuffer in, int statuses) {
    List<Integer> symbols = new ArrayList<>();
    while (symbols.size() < statuses) {
      int chunk = in.getShort() & 0xffff;
      switch (chunk >> 14) {
        case 2 -> {
          for (int bit = 13; bit >= 0; bit--) {
            symbols.add(chunk >> bit & 1);
          }
        }
        case 3 -> {
          for (int bit = 12; bit >= 0; bit -= 2) {
            symbols.add(chunk >> bit & 3);
          }
        }
        default -> {
          for (int i = 0; i < (chunk & 0x1fff); i++) {
            symbols.add(chunk >> 13);
          }
        }
      }
    }
    return symbols;
  }
}
