package plenum.engine.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** What an SDP says the hash of the peer's certificate is (RFC 8122 5). */
final class CertificateHash {

  private static final Set<String> ALGORITHMS = Set.of("SHA-256", "SHA-384", "SHA-512");

  private final String algorithm;
  private final byte[] expected;

  private CertificateHash(String algorithm, byte[] expected) {
    this.algorithm = algorithm;
    this.expected = expected;
  }

  /**
   * @throws IllegalArgumentException with a reason for people when it is none we accept
   */
  static CertificateHash parse(String algorithm, String hex) {
    String name = algorithm.toUpperCase(Locale.ROOT);
    if (!ALGORITHMS.contains(name)) {
      throw new IllegalArgumentException("the fingerprint's hash is none of " + ALGORITHMS);
    }
    byte[] value = HexFormat.of().parseHex(hex.strip().replace(":", ""));
    if (value.length != digest(name, new byte[0]).length) {
      throw new IllegalArgumentException("the fingerprint has a wrong length");
    }
    return new CertificateHash(name, value);
  }

  /**
   * @param fingerprint as SDP has it: {@code sha-256 AB:CD:...}
   * @throws IllegalArgumentException with a reason for people when it is none we accept
   */
  static CertificateHash parse(String fingerprint) {
    String[] words = fingerprint.split(" ", 2);
    return parse(words[0], words.length == 2 ? words[1] : "");
  }

  boolean matches(byte[] certificate) {
    return MessageDigest.isEqual(expected, digest(algorithm, certificate));
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-2", e);
    }
  }
}
