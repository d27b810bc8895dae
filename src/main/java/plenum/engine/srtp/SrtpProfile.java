package plenum.engine.srtp;

import java.util.Optional;

/**
 * A protection profile as DTLS negotiates it by {@code use_srtp} (RFC 5764 4.1.2, RFC 7714 14.2).
 */
public enum SrtpProfile {
  /** Preferred: faster, and SRTP and SRTCP carry a 128-bit tag. */
  AEAD_AES_128_GCM(0x0007, 16, 12, 16),
  /** What every WebRTC peer has. */
  AES_CM_128_HMAC_SHA1_80(0x0001, 16, 14, 10);

  private static final int SRTCP_INDEX_LENGTH = 4;

  private final int id;
  private final int keyLength;
  private final int saltLength;
  private final int tagLength;

  SrtpProfile(int id, int keyLength, int saltLength, int tagLength) {
    this.id = id;
    this.keyLength = keyLength;
    this.saltLength = saltLength;
    this.tagLength = tagLength;
  }

  /** The number in IANA's registry of DTLS-SRTP protection profiles. */
  public int id() {
    return id;
  }

  /** Bytes of the master key. */
  public int keyLength() {
    return keyLength;
  }

  /** Bytes of the master salt. */
  public int saltLength() {
    return saltLength;
  }

  /** Bytes that protection adds to an RTP packet. */
  public int rtpOverhead() {
    return tagLength;
  }

  /** Bytes that protection adds to a (compound) RTCP packet. */
  public int rtcpOverhead() {
    return tagLength + SRTCP_INDEX_LENGTH;
  }

  /** The profile of that number, empty when it is not one of ours. */
  public static Optional<SrtpProfile> byId(int id) {
    for (SrtpProfile profile : values()) {
      if (profile.id == id) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
