package plenum.engine;

/**
 * What the media port has done since the engine's start, in datagrams, so that it can be told where
 * a packet was lost. What the system itself dropped, because its receive buffer was full, is in
 * none of these: Linux shows it in {@code /proc/net/udp}.
 *
 * @param received from anybody
 * @param sent taken by the system
 * @param unsent due to a peer and not sent: the queue was full, the system refused it, or the peer
 *     has nominated no address
 * @param strange from an address that no session has validated, and checks for no session
 * @param rejected by SRTP: not authentic, or received before
 * @param overLimit of a session that sends more than it may
 * @param trackless authentic media of a publisher, but of no track that was agreed on
 * @param unread read by one loop for another, which had too many to read already
 */
public record EngineStatus(
    long received,
    long sent,
    long unsent,
    long strange,
    long rejected,
    long overLimit,
    long trackless,
    long unread) {

  /** This and another's together. */
  public EngineStatus plus(EngineStatus other) {
    return new EngineStatus(
        received + other.received,
        sent + other.sent,
        unsent + other.unsent,
        strange + other.strange,
        rejected + other.rejected,
        overLimit + other.overLimit,
        trackless + other.trackless,
        unread + other.unread);
  }

  /** All that came or was due and was not passed on, whatever the reason. */
  public long dropped() {
    return unsent + strange + rejected + overLimit + trackless + unread;
  }
}
