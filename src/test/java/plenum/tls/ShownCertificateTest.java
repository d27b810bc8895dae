package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.testing.TestCertificates;

class ShownCertificateTest {

  private final ShownCertificate shown = new ShownCertificate();

  private static ServerCertificate made(String algorithm) {
    TestCertificates made = TestCertificates.localhost(algorithm);
    return new ServerCertificate(made.pair().getPrivate(), List.of(made.certificate()));
  }

  private String choose(String keyType) {
    return shown.chooseEngineServerAlias(keyType, null, null);
  }

  @Test
  void isTheLastOneWhileAHandshakeThatBeganBeforeGetsItsOwn() {
    ServerCertificate first = made("EC");
    ServerCertificate second = made("EC");
    shown.show(first);
    String before = choose("EC");

    shown.show(second);

    assertNotEquals(before, choose("EC"));
    assertEquals(second.key(), shown.getPrivateKey(choose("EC")));
    assertEquals(first.key(), shown.getPrivateKey(before));
    assertArrayEquals(
        first.chain().toArray(X509Certificate[]::new), shown.getCertificateChain(before));
  }

  @Test
  void isNoneForAnotherKindOfKeyOrBeforeThereIsOne() {
    assertNull(choose("EC"));
    shown.show(made("RSA"));
    assertNull(choose("EC"));
    assertEquals(1, shown.getServerAliases("RSA", null).length);
  }
}
