package plenum.engine.dtls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DtlsIdentityTest {

  @Test
  void writesItsFingerprintAsAnSdpHasIt() {
    assertTrue(DtlsIdentity.generate().fingerprint().matches("[0-9A-F]{2}(:[0-9A-F]{2}){31}"));
  }

  @Test
  void isAnotherEachTime() {
    assertNotEquals(DtlsIdentity.generate().fingerprint(), DtlsIdentity.generate().fingerprint());
  }

  @Test
  void comparesFingerprintsOfAnyAcceptedHashAndCase() {
    byte[] certificate = {1, 2, 3};
    for (String algorithm : new String[] {"sha-256", "SHA-384", "sha-512"}) {
      String hex =
          HexFormat.ofDelimiter(":")
              .formatHex(CertificateHash.digest(algorithm.toUpperCase(Locale.ROOT), certificate));
      assertTrue(CertificateHash.parse(algorithm, hex).matches(certificate), algorithm);
      assertEquals(
          false, CertificateHash.parse(algorithm, hex).matches(new byte[] {1, 2}), algorithm);
    }
  }
}
