package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.settings.StartRefused;
import plenum.settings.TlsSettings.OwnCertificate;
import plenum.testing.TestCertificates;

class OperatorFilesTest {

  @TempDir Path folder;

  private Path file(String name, String... texts) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("", texts));
  }

  private static OperatorFiles files(Path certificate, Path key, String password) {
    return new OperatorFiles(
        new OwnCertificate(
            certificate, Optional.ofNullable(key), Optional.ofNullable(password), Optional.empty()),
        Clock.systemUTC());
  }

  private static String problem(Path certificate, Path key, String password) {
    return files(certificate, key, password).problem().orElse("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void readsKeysAsToolsWriteThem(String algorithm) throws IOException {
    TestCertificates made = TestCertificates.localhost(algorithm);
    Path certificate = file("server.crt", made.certificatePem());
    for (String key :
        new String[] {made.keyPem(), made.olderKeyPem(), made.encryptedKeyPem("geheim")}) {
      ServerCertificate read = files(certificate, file("server.key", key), "geheim").current();

      assertEquals(made.certificate(), read.leaf());
      assertEquals(made.pair().getPrivate(), read.key());
    }
  }

  @Test
  void readsKeyAndCertificateFromOneFileAndThePasswordFromAnother() throws IOException {
    TestCertificates made = TestCertificates.localhost("EC");
    Path both = file("both.pem", made.encryptedKeyPem("geheim"), made.certificatePem());
    Path password = file("password", "geheim\n");
    OwnCertificate own =
        new OwnCertificate(both, Optional.empty(), Optional.empty(), Optional.of(password));

    assertEquals(made.certificate(), new OperatorFiles(own, Clock.systemUTC()).current().leaf());
  }

  @Test
  void readsPkcs12() {
    TestCertificates made = TestCertificates.localhost("RSA");
    Path store = made.pkcs12(folder.resolve("server.p12"), "geheim");

    assertEquals(made.certificate(), files(store, null, "geheim").current().leaf());
    assertTrue(problem(store, null, "falsch").contains("server.p12: its password is wrong"));
    assertTrue(problem(store, null, null).contains("server.p12: its password is wrong"));
  }

  @Test
  void isTheSameUntilAFileChanges() throws IOException {
    TestCertificates made = TestCertificates.localhost("EC");
    Path both = file("both.pem", made.keyPem(), made.certificatePem());
    OperatorFiles files = files(both, null, null);
    ServerCertificate first = files.current();
    assertSame(first, files.current());

    TestCertificates next = TestCertificates.localhost("EC");
    file("both.pem", next.keyPem(), made.certificatePem());
    assertThrows(StartRefused.class, files::current, "half of it is written");
    file("both.pem", next.keyPem(), next.certificatePem());

    assertNotEquals(first, files.current());
    assertEquals(next.certificate(), files.current().leaf());
  }

  @Test
  void namesTheFileAndTheReason() throws IOException {
    TestCertificates made = TestCertificates.localhost("EC");
    Path certificate = file("server.crt", made.certificatePem());
    Path key = file("server.key", made.keyPem());
    Path encrypted = file("encrypted.key", made.encryptedKeyPem("geheim"));
    Path other = file("other.key", TestCertificates.localhost("EC").keyPem());
    Path rsa = file("rsa.key", TestCertificates.localhost("RSA").keyPem());
    Path text = file("note.txt", "Ask Ada for the certificate.");

    assertEquals("none", problem(certificate, key, null));
    assertEquals(
        "The certificate of https cannot be used: %s: its key is not that of the certificate for"
                .formatted(other)
            + " \"CN=localhost\".",
        problem(certificate, other, null));
    assertTrue(problem(certificate, rsa, null).contains("rsa.key: its key is none"));
    assertTrue(problem(text, key, null).contains("note.txt: it is neither PKCS#12 nor has it"));
    assertTrue(problem(certificate, text, null).contains("note.txt: there is no private key"));
    assertTrue(problem(certificate, null, null).contains("server.crt: there is no private key"));
    assertTrue(problem(certificate, encrypted, "no").contains("the password does not fit"));
    assertTrue(problem(certificate, encrypted, null).contains("there is no password"));
    assertEquals(
        "The file %s (setting plenum.tls.certificate) cannot be read: there is none."
            .formatted(folder.resolve("none.crt")),
        problem(folder.resolve("none.crt"), key, null));
  }

  @Test
  void takesNoKeyThatBrowsersDoNot() throws IOException {
    TestCertificates made = TestCertificates.localhost("Ed25519");
    Path both = file("ed.pem", made.keyPem(), made.certificatePem());

    String problem = problem(both, null, null);
    assertTrue(problem.contains("ed.pem: its key is of the kind EdDSA, which browsers"), problem);
    assertEquals("none", ofCurve(384));
    String other = ofCurve(521);
    assertTrue(other.contains("p521.pem: its key is on a curve that browsers do not"), other);
  }

  private String ofCurve(int bits) throws IOException {
    TestCertificates made = TestCertificates.localhost("EC", bits);
    return problem(file("p" + bits + ".pem", made.keyPem(), made.certificatePem()), null, null);
  }

  @Test
  void takesNoneThatIsOverOrNotYetValid() throws IOException {
    Instant now = Instant.now();
    Duration day = Duration.ofDays(1);
    TestCertificates over =
        TestCertificates.valid("EC", now.minus(day.multipliedBy(2)), now.minus(day));
    Path expired = file("over.pem", over.keyPem(), over.certificatePem());
    assertTrue(problem(expired, null, null).contains("over.pem: it expired at "));

    TestCertificates early =
        TestCertificates.valid("EC", now.plus(day), now.plus(day.multipliedBy(2)));
    Path future = file("early.pem", early.keyPem(), early.certificatePem());
    assertTrue(problem(future, null, null).contains("early.pem: it is not valid before "));
  }

  @Test
  void takesAnOldEncryptionForNone() throws IOException {
    TestCertificates made = TestCertificates.localhost("EC");
    Path certificate = file("server.crt", made.certificatePem());
    String legacy =
        "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n"
            + "AAAA\n-----END EC PRIVATE KEY-----\n";

    assertTrue(
        problem(certificate, file("old.key", legacy), "geheim").contains("openssl pkcs8 -topk8"));
  }
}
