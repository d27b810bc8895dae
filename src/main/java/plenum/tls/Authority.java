package plenum.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A private certificate authority: whoever trusts it, trusts this server.
 *
 * @param key what it signs with
 * @param certificate its own
 */
public record Authority(PrivateKey key, X509Certificate certificate) {

  public Authority {
    Objects.requireNonNull(key);
    Objects.requireNonNull(certificate);
  }

  /** Its certificate as a file that every system can import (PEM). */
  public String file() {
    try {
      return Pem.text(certificate);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** By which people tell it from another one: SHA-256 of its certificate, in pairs. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** As systems list it. */
  public String name() {
    return certificate.getSubjectX500Principal().getName().replaceFirst("^CN=", "");
  }

  /** Whether it issued that certificate. */
  boolean issued(X509Certificate issued) {
    try {
      issued.verify(certificate.getPublicKey());
      return issued.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    } catch (GeneralSecurityException byAnother) {
      return false;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Authority[" + name() + "]";
  }
}
