package plenum.engine.srtp;

/**
 * Opens what one peer protected with one master key: authenticates, refuses replays, decrypts. Of
 * the sources (SSRC) the {@value Sources#LIMIT} most recently heard are kept apart. Not
 * thread-safe.
 */
public final class SrtpReceiver {

  /** Altered, or protected with another key. */
  public static final int NOT_AUTHENTIC = -1;

  /** Has come before, or is older than the replay window of 1,024 packets. */
  public static final int REPLAYED = -2;

  /** Not an RTP or RTCP packet, or shorter than its headers and tag. */
  public static final int MALFORMED = -3;

  private final SrtpProfile profile;
  private final PacketCipher cipher;
  private final Sources rtp = new Sources();
  private final Sources rtcp = new Sources();

  /**
   * @throws IllegalArgumentException when key or salt are not of the profile's lengths
   */
  public SrtpReceiver(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    this.profile = profile;
    this.cipher = PacketCipher.of(profile, masterKey, masterSalt);
  }

  /**
   * Opens an RTP packet in place.
   *
   * @return the length of the plain packet from {@code off}; or {@link #NOT_AUTHENTIC}, {@link
   *     #REPLAYED} or {@link #MALFORMED}, after which the bytes are undefined
   */
  public int unprotectRtp(byte[] b, int off, int len) {
    int header = Bytes.rtpHeaderLength(b, off, len);
    if (header < 0 || len < header + profile.rtpOverhead()) {
      return MALFORMED;
    }
    int ssrc = Bytes.int32(b, off + 8);
    int source = rtp.find(ssrc);
    long index = Bytes.uint16(b, off + 2);
    if (source >= 0) {
      index = estimate(rtp.window(source), (int) index);
      if (rtp.window(source).covers(index)) {
        return REPLAYED;
      }
    }
    int plain = cipher.openRtp(b, off, len, header, index);
    if (plain >= 0) {
      rtp.accepted(source, ssrc, index);
    }
    return plain;
  }

  /** Before the first rollover there is nothing older to be: such a packet is far ahead instead. */
  private static long estimate(ReplayWindow window, int sequenceNumber) {
    long index = PacketIndex.estimate(window.highest(), sequenceNumber);
    return index < 0 ? sequenceNumber : index;
  }

  /**
   * Opens a (compound) RTCP packet in place.
   *
   * @return as {@link #unprotectRtp}
   */
  public int unprotectRtcp(byte[] b, int off, int len) {
    if (!Bytes.isRtcp(b, off, len)
        || len < PacketCipher.RTCP_HEADER_LENGTH + profile.rtcpOverhead()) {
      return MALFORMED;
    }
    int ssrc = Bytes.int32(b, off + 4);
    int source = rtcp.find(ssrc);
    int index = Bytes.int32(b, off + cipher.indexWordPosition(len)) & ~PacketCipher.ENCRYPTED;
    if (source >= 0 && rtcp.window(source).covers(index)) {
      return REPLAYED;
    }
    int plain = cipher.openRtcp(b, off, len);
    if (plain >= 0) {
      rtcp.accepted(source, ssrc, index);
    }
    return plain;
  }
}
