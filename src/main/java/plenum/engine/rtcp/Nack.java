package plenum.engine.rtcp;

import java.util.List;

/**
 * Packets that a receiver misses (RFC 4585 section 6.2.1).
 *
 * @param sender who misses them
 * @param media the source they belong to
 * @param sequences their sequence numbers, 0 to 65535, in the order in which they were listed
 */
public record Nack(int sender, int media, List<Integer> sequences) implements Rtcp {

  static final int FORMAT = 1;

  /** The most sequence numbers that are read from one packet; the rest is left out. */
  public static final int MAX_SEQUENCES = 1024;

  public Nack {
    sequences = List.copyOf(sequences);
  }
}
