package plenum.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import plenum.settings.StartRefused;

/** Which authorities are believed whose servers know people. */
public final class Trust {

  private final SSLContext context;

  /**
   * @param setting which names the file
   * @param authority certificates in PEM; empty: those that Java trusts
   * @throws StartRefused when there is none in the file
   */
  public Trust(String setting, Optional<Path> authority) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authority.isPresent() ? store(authority.get()) : null);
      context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
    } catch (GeneralSecurityException | IOException unusable) {
      throw new StartRefused(
          "The certificates in the file %s (setting %s) cannot be used: %s."
              .formatted(
                  authority.map(Path::toString).orElse("of Java"), setting, unusable.getMessage()));
    }
  }

  private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (InputStream pem = Files.newInputStream(file)) {
      int number = 0;
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority" + number++, one);
      }
    }
    if (store.size() == 0) {
      throw new IOException("there is none");
    }
    return store;
  }

  /**
   * For connections to them; whether a certificate is for the name that was asked is another
   * matter.
   */
  public SSLContext context() {
    return context;
  }
}
