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

  /**
   * Whether a packet of a picture may leave now; it is counted then. Else it is to be {@linkplain
   * #keep kept}.
   *
   * @param len of RTP
   */
  default boolean passes(int len, long nowNanos) {
    return true;
  }

  /** A packet leaves without asking: of sound, or sent again. */
  default void leaves(int len, long nowNanos) {}

  /** Whether one more packet may be sent again; it is counted then. */
  default boolean repeats(int len, long nowNanos) {
    return true;
  }

  /**
   * Nanoseconds from sending a packet until the player can tell that it has arrived, 0 if not
   * known: whoever asks again earlier asks for what is on its way.
   */
  default long roundTripNanos() {
    return 0;
  }

  /**
   * Keeps a packet that may not leave yet, until {@link PlayerTrack#release} is to send it.
   *
   * @param sequence the player's extended number of it
   * @return false where too much waits: the tracks of all that do, this one too, have been told to
   *     {@link PlayerTrack#giveUp}
   */
  default boolean keep(PlayerTrack of, long sequence, int len, long nowNanos) {
    return true;
  }
}
