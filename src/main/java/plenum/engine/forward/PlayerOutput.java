package plenum.engine.forward;

/**
 * Where a player's finished packets go to be encrypted and sent. Both methods read the bytes before
 * they return.
 */
public interface PlayerOutput {

  /** One RTP packet. */
  void rtp(byte[] b, int off, int len);

  /** One compound RTCP packet. */
  void rtcp(byte[] compound);
}
