package plenum.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.NoSuchPaddingException;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Reads private keys as tools write them: PKCS#8 (RFC 5958), encrypted or not, and the older forms
 * of RSA (RFC 8017, A.1.2) and elliptic curves (RFC 5915). With Java's own means alone, since
 * before the start there are no others.
 */
final class PrivateKeys {

  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final String PBES2 = "1.2.840.113549.1.5.13";
  private static final String UNKNOWN_CIPHER =
      "its key is encrypted in a way that Java does not know; \"openssl pkcs8 -topk8 -v2 aes256\""
          + " makes a new file of it";

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 4;
  private static final int LONG = 0x80;

  private PrivateKeys() {}

  /**
   * @param certified the certificate's public key, whose algorithm and curve are the key's too
   * @throws GeneralSecurityException whose message says what is wrong with it
   */
  static PrivateKey read(Pem.Block block, PublicKey certified, Optional<String> password)
      throws GeneralSecurityException {
    if (block.legacyEncrypted()) {
      throw new GeneralSecurityException(
          "its key is encrypted in an old way; \"openssl pkcs8 -topk8\" makes a new file of it");
    }
    byte[] info =
        switch (block.label()) {
          case "ENCRYPTED PRIVATE KEY" -> decrypted(block.bytes(), password);
          case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> wrapped(block.bytes(), certified);
          default -> block.bytes();
        };
    return key(info, certified.getAlgorithm());
  }

  private static PrivateKey key(byte[] info, String algorithm) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(info));
    } catch (GeneralSecurityException other) {
      throw new GeneralSecurityException(
          "its key is none of the certificate's kind (%s), or damaged".formatted(algorithm));
    }
  }

  private static byte[] decrypted(byte[] bytes, Optional<String> password)
      throws GeneralSecurityException {
    if (password.isEmpty()) {
      throw new GeneralSecurityException(
          "its key is encrypted, and there is no password (setting plenum.tls.password or"
              + " plenum.tls.password-file)");
    }
    EncryptedPrivateKeyInfo info = encrypted(bytes);
    String name = cipher(info);
    try {
      SecretKey secret =
          SecretKeyFactory.getInstance(name)
              .generateSecret(new PBEKeySpec(password.get().toCharArray()));
      Cipher cipher = Cipher.getInstance(name);
      cipher.init(Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
      return info.getKeySpec(cipher).getEncoded();
    } catch (NoSuchAlgorithmException | NoSuchPaddingException unknown) {
      throw new GeneralSecurityException(UNKNOWN_CIPHER);
    } catch (GeneralSecurityException wrong) {
      throw new GeneralSecurityException("the password does not fit its key");
    }
  }

  private static EncryptedPrivateKeyInfo encrypted(byte[] bytes) throws GeneralSecurityException {
    try {
      return new EncryptedPrivateKeyInfo(bytes);
    } catch (IOException unknown) {
      throw new GeneralSecurityException(UNKNOWN_CIPHER);
    }
  }

  /** "PBES2" says nothing; its parameters name the ciphers, in the way in which Java finds them. */
  private static String cipher(EncryptedPrivateKeyInfo info) throws GeneralSecurityException {
    AlgorithmParameters parameters = info.getAlgParameters();
    if (parameters == null) {
      throw new GeneralSecurityException(UNKNOWN_CIPHER);
    }
    boolean second = info.getAlgName().equals("PBES2") || info.getAlgName().equals(PBES2);
    return second ? parameters.toString() : info.getAlgName();
  }

  /** As PKCS#8, with the AlgorithmIdentifier with which the public key's encoding begins. */
  private static byte[] wrapped(byte[] key, PublicKey certified) {
    byte[] encoded = certified.getEncoded();
    int algorithm = 2 + longForm(encoded[1]);
    int end = algorithm + 2 + encoded[algorithm + 1];
    return tagged(
        SEQUENCE, VERSION_0, Arrays.copyOfRange(encoded, algorithm, end), tagged(OCTETS, key));
  }

  /** Bytes of a length beyond its first (X.690, 8.1.3). */
  private static int longForm(byte first) {
    return (first & LONG) == 0 ? 0 : first & (LONG - 1);
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    if (length < LONG) {
      all.write(length);
    } else if (length <= 0xff) {
      all.write(LONG | 1);
      all.write(length);
    } else {
      all.write(LONG | 2);
      all.write(length >> 8);
      all.write(length);
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }
}
