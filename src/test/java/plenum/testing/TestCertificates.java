package plenum.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates as an operator has them, in the forms of common tools. */
public record TestCertificates(KeyPair pair, X509Certificate certificate) {

  /** One for {@code localhost}, signed by itself, valid from an hour ago for a day. */
  public static TestCertificates localhost(String algorithm) {
    Instant now = Instant.now();
    return valid(algorithm, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
  }

  /** The same, with a key of another length. */
  public static TestCertificates localhost(String algorithm, int bits) {
    Instant now = Instant.now();
    return valid(algorithm, bits, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
  }

  /** The same, valid from one moment to another. */
  public static TestCertificates valid(String algorithm, Instant from, Instant to) {
    int bits = Map.of("EC", 256, "RSA", 2048, "Ed25519", 255).get(algorithm);
    return valid(algorithm, bits, from, to);
  }

  private static TestCertificates valid(String algorithm, int bits, Instant from, Instant to) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      X500Name name = new X500Name("CN=localhost");
      GeneralName[] names = {
        new GeneralName(GeneralName.dNSName, "localhost"),
        new GeneralName(GeneralName.iPAddress, "127.0.0.1")
      };
      var builder =
          new JcaX509v3CertificateBuilder(
              name,
              new BigInteger(64, new SecureRandom()).setBit(0),
              Date.from(from),
              Date.from(to),
              name,
              pair.getPublic());
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      String signature =
          Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA")
              .getOrDefault(algorithm, algorithm);
      var signer = new JcaContentSignerBuilder(signature).build(pair.getPrivate());
      return new TestCertificates(
          pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The certificate in PEM. */
  public String certificatePem() {
    return pem(certificate);
  }

  /** The key in PEM, as PKCS#8. */
  public String keyPem() {
    try {
      return pem(new JcaPKCS8Generator(pair.getPrivate(), null));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The key in the older form of its algorithm: PKCS#1 or SEC 1. */
  public String olderKeyPem() {
    return pem(pair.getPrivate());
  }

  /** The key as encrypted PKCS#8, as {@code openssl pkcs8 -topk8} writes it. */
  public String encryptedKeyPem(String password) {
    try {
      var encryptor =
          new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
              .setProvider(new BouncyCastleProvider())
              .setPRF(JcaPKCS8Generator.PRF_HMACSHA256)
              .setIterationCount(2048)
              .setPassword(password.toCharArray())
              .build();
      return pem(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
    } catch (IOException | OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Both in a PKCS#12 file. */
  public Path pkcs12(Path file, String password) {
    try (var out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = {certificate};
      store.setKeyEntry("server", pair.getPrivate(), password.toCharArray(), chain);
      store.store(out, password.toCharArray());
      return file;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String pem(Object what) {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
