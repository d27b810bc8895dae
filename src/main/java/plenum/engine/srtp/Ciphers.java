package plenum.engine.srtp;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Where the ciphers come from. */
final class Ciphers {

  private Ciphers() {}

  /**
   * The JDK's own implementation where there is one: another provider registered before it, as
   * application servers do, has neither its intrinsics nor its speed.
   */
  static Cipher named(String transformation) throws GeneralSecurityException {
    try {
      return Cipher.getInstance(transformation, "SunJCE");
    } catch (GeneralSecurityException e) {
      return Cipher.getInstance(transformation);
    }
  }

  /** Every argument was checked before, and every JDK has AES, GCM and HMAC-SHA1. */
  static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("SRTP encryption does not work in this Java runtime", e);
  }
}
