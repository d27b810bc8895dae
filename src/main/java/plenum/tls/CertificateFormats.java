package plenum.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.settings.StartRefused;
import plenum.settings.TlsSettings.OwnCertificate;

/** What operators' files may hold: PEM (RFC 7468) or PKCS#12 (RFC 7292). */
record CertificateFormats(OwnCertificate files) {

  private static final int SEQUENCE = 0x30;
  private static final Set<String> KINDS = Set.of("RSA", "EC");
  private static final Set<Integer> CURVES = Set.of(256, 384);
  private static final byte[] PROBE = "Plenum".getBytes(StandardCharsets.US_ASCII);

  /**
   * @param key the content of the file with the key, which may be the same
   * @throws StartRefused when they cannot be used, in a sentence
   */
  ServerCertificate read(byte[] certificate, byte[] key, Optional<String> password) {
    return certificate.length > 0 && certificate[0] == SEQUENCE
        ? pkcs12(certificate, password)
        : pem(certificate, key, password);
  }

  private ServerCertificate pkcs12(byte[] bytes, Optional<String> password) {
    char[] word = password.orElse("").toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), word);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, word) instanceof PrivateKey key) {
          return fitting(key, chain(store.getCertificateChain(alias)), files.certificate());
        }
      }
    } catch (IOException | GeneralSecurityException wrong) {
      boolean locked = wrong.getCause() instanceof UnrecoverableKeyException;
      throw refused(
          files.certificate(),
          locked
              ? "its password is wrong (setting plenum.tls.password or plenum.tls.password-file)"
              : "it is no PKCS#12 file that can be read");
    }
    throw refused(files.certificate(), "it holds no private key");
  }

  private static List<X509Certificate> chain(Certificate... certificates) {
    return Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
  }

  private ServerCertificate pem(byte[] certificate, byte[] key, Optional<String> password) {
    List<X509Certificate> chain = chain(certificate);
    Path keyFile = files.key().orElse(files.certificate());
    try {
      List<Pem.Block> keys = Pem.of(text(key)).keys();
      if (keys.isEmpty()) {
        throw refused(
            keyFile, "there is no private key in PEM form in it (\"-----BEGIN PRIVATE KEY-----\")");
      }
      PublicKey certified = chain.get(0).getPublicKey();
      return fitting(PrivateKeys.read(keys.get(0), certified, password), chain, keyFile);
    } catch (GeneralSecurityException wrong) {
      throw refused(keyFile, wrong.getMessage());
    }
  }

  private List<X509Certificate> chain(byte[] certificate) {
    try {
      List<X509Certificate> found = Pem.of(text(certificate)).certificates();
      if (!found.isEmpty()) {
        return ordered(found);
      }
    } catch (GeneralSecurityException garbled) {
      throw refused(files.certificate(), "a certificate in it is damaged");
    }
    throw refused(
        files.certificate(),
        "it is neither PKCS#12 nor has it a certificate in PEM form"
            + " (\"-----BEGIN CERTIFICATE-----\")");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** The first is the server's; what does not lead up from it is left out, whatever its place. */
  private static List<X509Certificate> ordered(List<X509Certificate> found) {
    List<X509Certificate> chain = new ArrayList<>(found.subList(0, 1));
    List<X509Certificate> rest = new ArrayList<>(found.subList(1, found.size()));
    Optional<X509Certificate> next = Optional.of(found.get(0));
    while (next.isPresent()) {
      X509Certificate last = next.get();
      next =
          rest.stream()
              .filter(one -> one.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
              .findFirst();
      next.ifPresent(chain::add);
      next.ifPresent(rest::remove);
    }
    return chain;
  }

  private static ServerCertificate fitting(
      PrivateKey key, List<X509Certificate> chain, Path keyFile) {
    if (!KINDS.contains(key.getAlgorithm())) {
      throw refused(
          keyFile,
          "its key is of the kind %s, which browsers do not take; make one of RSA or EC"
              .formatted(key.getAlgorithm()));
    }
    if (key instanceof ECPrivateKey ec && !isOnACurveOfBrowsers(ec)) {
      throw refused(
          keyFile, "its key is on a curve that browsers do not take; make one on P-256 or P-384");
    }
    if (!fits(key, chain.get(0))) {
      throw refused(
          keyFile,
          "its key is not that of the certificate for \"%s\""
              .formatted(chain.get(0).getSubjectX500Principal().getName()));
    }
    return new ServerCertificate(key, chain);
  }

  /** Chromium 156 takes no other; which one it is tells the length, of those that Java has. */
  private static boolean isOnACurveOfBrowsers(ECPrivateKey key) {
    return CURVES.contains(key.getParams().getOrder().bitLength());
  }

  private static boolean fits(PrivateKey key, X509Certificate certificate) {
    String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException different) {
      return false;
    }
  }

  static StartRefused refused(Path file, String reason) {
    return new StartRefused(
        "The certificate of https cannot be used: %s: %s.".formatted(file, reason));
  }
}
