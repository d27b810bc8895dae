package plenum.engine.dtls;

/**
 * The SRTP master keys of a finished handshake (RFC 5764 4.2), sorted by who uses them. The arrays
 * are not copied.
 *
 * @param profileId the negotiated protection profile, IANA's number: 7 is AEAD_AES_128_GCM, 1 is
 *     AES_CM_128_HMAC_SHA1_80
 * @param localKey protects what we send
 * @param localSalt protects what we send
 * @param remoteKey opens what we receive
 * @param remoteSalt opens what we receive
 */
public record DtlsKeys(
    int profileId, byte[] localKey, byte[] localSalt, byte[] remoteKey, byte[] remoteSalt) {

  /** Without the keys: this may end in a log. */
  @Override
  public String toString() {
    return "DtlsKeys[profileId=" + profileId + "]";
  }
}
