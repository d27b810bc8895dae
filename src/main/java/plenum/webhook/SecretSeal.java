package plenum.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets so that only who has the site's secret can read them: AES-256 in Galois/Counter
 * Mode (NIST SP 800-38D), each with a nonce of its own, and for one webhook.
 */
final class SecretSeal {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /**
   * @param key 32 bytes
   */
  SecretSeal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** A fresh secret of 32 bytes. */
  static byte[] fresh() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    return secret;
  }

  String seal(byte[] secret, String webhook) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, webhook).doFinal(secret);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has AES", impossible);
    }
  }

  /** The secret; empty when the site's secret is another one since, or somebody changed it. */
  Optional<byte[]> open(Webhook webhook) {
    try {
      ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(webhook.sealed()));
      byte[] nonce = new byte[NONCE];
      all.get(nonce);
      byte[] sealed = new byte[all.remaining()];
      all.get(sealed);
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, webhook.id()).doFinal(sealed));
    } catch (GeneralSecurityException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String webhook) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(webhook.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
