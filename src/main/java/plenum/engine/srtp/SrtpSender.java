package plenum.engine.srtp;

/**
 * Protects what goes to one peer with one master key. Not thread-safe.
 *
 * <p>A packet's index, and with it the key stream, follows from its SSRC and sequence number. So
 * who sends a sequence number again must send <em>the same plain packet</em> (which gives the same
 * bytes), or the protected bytes it kept: two different packets under one index reveal both, and
 * with GCM the authentication key as well (RFC 7714 8.2).
 */
public final class SrtpSender {

  /**
   * What {@link #protectRtp} returns for a packet from before the stream's beginning: its sequence
   * number lies less than 2^15 before the first rollover counter's beginning, so no index exists
   * for it. Such a packet is to be dropped.
   */
  public static final int BEFORE_BEGINNING = -1;

  /** A peer gets a few streams; forgetting one would use its key stream twice. */
  private static final int SOURCE_LIMIT = 64;

  private final PacketCipher cipher;
  private final int[] ssrcs = new int[SOURCE_LIMIT];
  private final long[] highest = new long[SOURCE_LIMIT];
  private int sources;
  private int rtcpIndex;

  /**
   * @throws IllegalArgumentException when key or salt are not of the profile's lengths
   */
  public SrtpSender(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    this.cipher = PacketCipher.of(profile, masterKey, masterSalt);
  }

  /**
   * Protects an RTP packet. Packets may come in any order within 2^15 of the highest sequence
   * number; the rollover counter of each SSRC begins with zero at its first packet. A stream should
   * therefore begin with a sequence number in the lower half (RFC 3711 3.3.1).
   *
   * @param out has {@link SrtpProfile#rtpOverhead()} bytes more room than {@code len}; may be
   *     {@code in} when {@code outOff == off}
   * @return the length of the protected packet, or {@link #BEFORE_BEGINNING}
   * @throws IllegalArgumentException when it is not an RTP packet
   * @throws IllegalStateException when more than 64 SSRCs are sent to one peer
   */
  public int protectRtp(byte[] in, int off, int len, byte[] out, int outOff) {
    int header = Bytes.rtpHeaderLength(in, off, len);
    if (header < 0) {
      throw new IllegalArgumentException("not an RTP packet");
    }
    long index = index(Bytes.int32(in, off + 8), Bytes.uint16(in, off + 2));
    return index < 0 ? BEFORE_BEGINNING : cipher.sealRtp(in, off, len, header, index, out, outOff);
  }

  private long index(int ssrc, int sequenceNumber) {
    for (int i = 0; i < sources; i++) {
      if (ssrcs[i] == ssrc) {
        long index = PacketIndex.estimate(highest[i], sequenceNumber);
        highest[i] = Math.max(highest[i], index);
        return index;
      }
    }
    if (sources == SOURCE_LIMIT) {
      throw new IllegalStateException("more than " + SOURCE_LIMIT + " SSRCs sent to one peer");
    }
    ssrcs[sources] = ssrc;
    highest[sources++] = sequenceNumber;
    return sequenceNumber;
  }

  /**
   * Protects a (compound) RTCP packet.
   *
   * @param out has {@link SrtpProfile#rtcpOverhead()} bytes more room than {@code len}; may be
   *     {@code in} when {@code outOff == off}
   * @return the length of the protected packet
   * @throws IllegalArgumentException when it is not an RTCP packet
   * @throws IllegalStateException after 2^31 packets, when a new key is due (RFC 3711 9.2)
   */
  public int protectRtcp(byte[] in, int off, int len, byte[] out, int outOff) {
    if (!Bytes.isRtcp(in, off, len)) {
      throw new IllegalArgumentException("not an RTCP packet");
    }
    if (rtcpIndex < 0) {
      throw new IllegalStateException("the key's 2^31 RTCP packets are used up");
    }
    return cipher.sealRtcp(in, off, len, rtcpIndex++, out, outOff);
  }
}
