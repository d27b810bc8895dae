package plenum.engine.session;

import java.util.List;
import plenum.engine.ClientStatus;
import plenum.engine.rtcp.Rtcp;

/** What a session is for: publishing, playing or receiving. Called in the media loop's thread. */
interface SessionRole {

  /** The DTLS handshake is complete: media can flow. */
  void connected(long nowNanos);

  /** A decrypted RTP packet, which may be changed. */
  Worth rtp(byte[] b, int off, int len, long nowNanos);

  /** A decrypted compound of RTCP packets. */
  void rtcp(List<Rtcp> packets, long nowNanos);

  /** Some times a second, once connected. */
  void tick(long nowNanos);

  /** The session is over, whether it was ever connected or not. */
  void ended();

  /** How many compounds of RTCP its peer may send in a second. */
  default int rtcpPerSecond() {
    return Session.RTCP_PER_SECOND;
  }

  /** Bytes of RTP received and sent so far. */
  Traffic traffic();

  /**
   * What to tell of it.
   *
   * @param whole of the session
   */
  default List<ClientStatus> statuses(ClientStatus whole) {
    return List.of(whole);
  }

  /**
   * Bytes of RTP, without encryption.
   *
   * @param received from the peer
   * @param sent to the peer
   * @param droppedPackets that came and were not used, or were due and not sent
   */
  record Traffic(long received, long sent, long droppedPackets) {}
}
