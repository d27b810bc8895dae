package plenum.engine.srtp;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of SRTP or of SRTCP, derived from a master key (RFC 3711 4.3 with a key derivation rate
 * of zero; RFC 7714 11 uses the same derivation).
 */
final class SessionKeys {

  private static final int RTP_LABELS = 0x00;
  private static final int RTCP_LABELS = 0x03;
  private static final int AUTHENTICATION_KEY_LENGTH = 20;

  final byte[] encryption;
  final byte[] authentication;
  final byte[] salt;

  SessionKeys(byte[] encryption, byte[] authentication, byte[] salt) {
    this.encryption = encryption;
    this.authentication = authentication;
    this.salt = salt;
  }

  static SessionKeys ofRtp(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    return derive(profile, masterKey, masterSalt, RTP_LABELS);
  }

  static SessionKeys ofRtcp(SrtpProfile profile, byte[] masterKey, byte[] masterSalt) {
    return derive(profile, masterKey, masterSalt, RTCP_LABELS);
  }

  private static SessionKeys derive(SrtpProfile profile, byte[] key, byte[] salt, int labels) {
    if (key.length != profile.keyLength() || salt.length != profile.saltLength()) {
      throw new IllegalArgumentException(
          profile
              + " takes a key of "
              + profile.keyLength()
              + " and a salt of "
              + profile.saltLength()
              + " bytes, not "
              + key.length
              + " and "
              + salt.length);
    }
    return new SessionKeys(
        keystream(key, salt, labels, profile.keyLength()),
        keystream(key, salt, labels + 1, AUTHENTICATION_KEY_LENGTH),
        keystream(key, salt, labels + 2, profile.saltLength()));
  }

  /** AES in counter mode from {@code (salt XOR label * 2^48) * 2^16} (RFC 3711 4.3.1, 4.3.3). */
  static byte[] keystream(byte[] masterKey, byte[] masterSalt, int label, int length) {
    byte[] start = Arrays.copyOf(masterSalt, 16);
    start[7] ^= (byte) label;
    try {
      Cipher cipher = Ciphers.named("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(masterKey, "AES"), new IvParameterSpec(start));
      return cipher.doFinal(new byte[length]);
    } catch (GeneralSecurityException e) {
      throw Ciphers.impossible(e);
    }
  }
}
