package plenum.engine.srtp;

/** The 48-bit packet index, of which a packet carries the lower 16 bits (RFC 3711 3.3.1). */
final class PacketIndex {

  private static final int HALF = 0x8000;

  private PacketIndex() {}

  /**
   * The index nearest to the highest one known that ends in the sequence number; negative when that
   * lies before the stream's beginning.
   */
  static long estimate(long highest, int sequenceNumber) {
    long rollovers = highest >> 16;
    int last = (int) highest & 0xffff;
    if (last < HALF) {
      if (sequenceNumber - last > HALF) {
        rollovers--;
      }
    } else if (last - HALF > sequenceNumber) {
      rollovers++;
    }
    return rollovers << 16 | sequenceNumber;
  }
}
