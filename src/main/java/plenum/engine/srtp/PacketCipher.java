package plenum.engine.srtp;

/**
 * The transform of one profile and one direction: everything about a packet but the bookkeeping of
 * indices, which are arguments here. A length is that of the resulting packet.
 */
sealed interface PacketCipher permits GcmPacketCipher, CounterPacketCipher {

  /** The E flag of SRTCP: the packet is encrypted, not authenticated only. */
  int ENCRYPTED = 0x8000_0000;

  int RTCP_HEADER_LENGTH = 8;

  static PacketCipher of(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    return of(
        profile,
        SessionKeys.ofRtp(profile, masterKey, masterSalt),
        SessionKeys.ofRtcp(profile, masterKey, masterSalt));
  }

  static PacketCipher of(SrtpProfile profile, SessionKeys rtp, SessionKeys rtcp) {
    return switch (profile) {
      case AEAD_AES_128_GCM -> new GcmPacketCipher(rtp, rtcp);
      case AES_CM_128_HMAC_SHA1_80 -> new CounterPacketCipher(rtp, rtcp);
    };
  }

  int sealRtp(byte[] in, int off, int len, int header, long index, byte[] out, int outOff);

  /** In place. The length, or {@link SrtpReceiver#NOT_AUTHENTIC} and the bytes are undefined. */
  int openRtp(byte[] b, int off, int len, int header, long index);

  int sealRtcp(byte[] in, int off, int len, int index, byte[] out, int outOff);

  /** In place. The length, or {@link SrtpReceiver#NOT_AUTHENTIC} and the bytes are undefined. */
  int openRtcp(byte[] b, int off, int len);

  /** Where in a protected RTCP packet of that length the E flag and the index are. */
  int indexWordPosition(int len);
}
