package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.account.AccountRefused;
import plenum.account.oidc.ProviderLogins.Sent;
import plenum.settings.OidcSettings;
import plenum.settings.StartRefused;
import plenum.testing.TestCertificates;

/** A provider for whom the company's own authority vouches. */
class AuthorityTest {

  private static final URI CALLBACK = URI.create("https://meet.example/api/oidc/callback");

  @TempDir Path folder;

  private static ProviderLogins logins(ProviderForTests provider, Path authority) {
    return new ProviderLogins(
        new OidcSettings(
            Optional.of(provider.issuer()),
            ProviderForTests.CLIENT,
            Optional.of(ProviderForTests.SECRET),
            OidcSettings.ClientAuth.DISCOVERED,
            List.of("openid"),
            "preferred_username",
            "name",
            "groups",
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Optional.of(authority),
            Optional.empty()));
  }

  private Path pem(String name, TestCertificates certificate) throws Exception {
    return Files.writeString(folder.resolve(name), certificate.certificatePem());
  }

  @Test
  void isBelievedThroughoutWhenTheSettingNamesIt() throws Exception {
    TestCertificates certificate = TestCertificates.localhost("RSA");
    Path keys = certificate.pkcs12(folder.resolve("server.p12"), "changeit");
    try (ProviderForTests provider = ProviderForTests.safe(keys, "changeit")) {
      ProviderLogins logins = logins(provider, pem("ca.pem", certificate));
      Sent sent = logins.send(CALLBACK, "/");
      var back = provider.visit(sent.address());
      assertEquals("ada", logins.take(CALLBACK, back, sent.cookie()).person().login().value());

      ProviderLogins strict = logins(provider, pem("other.pem", TestCertificates.localhost("RSA")));
      assertEquals(
          "login-busy",
          assertThrows(AccountRefused.class, () -> strict.send(CALLBACK, "/")).code());
    }
  }

  @Test
  void isNotLeftForPlainHttp() throws Exception {
    TestCertificates certificate = TestCertificates.localhost("RSA");
    Path keys = certificate.pkcs12(folder.resolve("server.p12"), "changeit");
    try (ProviderForTests provider = ProviderForTests.safe(keys, "changeit");
        ProviderForTests plain = new ProviderForTests()) {
      ProviderLogins logins = logins(provider, pem("ca.pem", certificate));
      provider.move("/keys", plain.issuer().resolve("/keys"));
      Sent sent = logins.send(CALLBACK, "/");
      var back = provider.visit(sent.address());
      assertEquals(
          "login-busy",
          assertThrows(AccountRefused.class, () -> logins.take(CALLBACK, back, sent.cookie()))
              .code());
      assertEquals(0, plain.served("/keys"));
    }
  }

  @Test
  void stopsTheStartWhenItsFileHasNone() throws Exception {
    try (ProviderForTests provider = new ProviderForTests()) {
      Path empty = Files.writeString(folder.resolve("empty.pem"), "");
      StartRefused refused = assertThrows(StartRefused.class, () -> logins(provider, empty));
      assertTrue(refused.getMessage().contains("plenum.oidc.ca-file"), refused.getMessage());
    }
  }
}
