package plenum.engine.rtcp;

/**
 * Arrival times by transport-wide sequence number
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1).
 *
 * @param sender who received the packets
 * @param media a source among them
 * @param baseSequence the transport-wide sequence number of the first status, 0 to 65535
 * @param referenceTime in 64 ms, 24 bits signed, of the receiver's clock
 * @param count the feedback packet's number, modulo 256
 * @param deltas one status for each sequence number from the base on: the time since the previous
 *     received packet (for the first: since the reference time) in 250 us, from -32768 to 32767; or
 *     {@link #NOT_RECEIVED}. At most {@link #MAX_STATUSES}
 */
public record TransportFeedback(
    int sender, int media, int baseSequence, int referenceTime, int count, Deltas deltas)
    implements Rtcp {

  static final int FORMAT = 15;

  /** The status of a packet that has not arrived. */
  public static final int NOT_RECEIVED = Integer.MIN_VALUE;

  /** The most statuses that one packet is read or written with. */
  public static final int MAX_STATUSES = 4096;

  public TransportFeedback {
    if (deltas.size() > MAX_STATUSES) {
      throw new IllegalArgumentException("Too many statuses: " + deltas.size());
    }
  }
}
