package plenum.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes certificates (RFC 5280) with keys on the curve P-256, which every browser knows. */
final class Issuing {

  /** Safari takes none that is valid for longer. */
  static final Duration SERVER = Duration.ofDays(397);

  static final Duration AUTHORITY = Duration.ofDays(3652);

  /** Clocks of phones and servers differ. */
  private static final Duration BEFORE = Duration.ofHours(24);

  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;
  private static final int LONGEST_NAME = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Issuing() {}

  /**
   * A new authority. Its name ends in what no other has, so that a device that trusts two tells
   * them apart. No name constraints: it would be no good for an address that the machine gets
   * later.
   */
  static Authority authority(String host, Instant now) {
    try {
      KeyPair pair = pair();
      X500Name name = name("Plenum CA " + host, tag());
      Instant from = from(now);
      X509v3CertificateBuilder builder =
          builder(name, from, from.plus(AUTHORITY), name, pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
              .addExtension(
                  Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      return new Authority(pair.getPrivate(), signed(builder, pair));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("A certificate cannot be made", impossible);
    }
  }

  /** A certificate for a server with these names and addresses. */
  static ServerCertificate server(
      Authority authority, String host, Set<String> names, Instant now) {
    try {
      KeyPair pair = pair();
      X509Certificate issuer = authority.certificate();
      JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
      Instant end = earlier(from(now).plus(SERVER), issuer.getNotAfter().toInstant());
      X509v3CertificateBuilder builder =
          builder(
                  X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()),
                  from(now),
                  end,
                  name(host, ""),
                  pair.getPublic())
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
              .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
              .addExtension(
                  Extension.extendedKeyUsage,
                  false,
                  new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
              .addExtension(Extension.subjectAlternativeName, false, alternatives(names))
              .addExtension(
                  Extension.subjectKeyIdentifier,
                  false,
                  utils.createSubjectKeyIdentifier(pair.getPublic()))
              .addExtension(
                  Extension.authorityKeyIdentifier,
                  false,
                  utils.createAuthorityKeyIdentifier(issuer));
      KeyPair signing = new KeyPair(issuer.getPublicKey(), authority.key());
      return new ServerCertificate(pair.getPrivate(), List.of(signed(builder, signing)));
    } catch (GeneralSecurityException | IOException | OperatorCreationException impossible) {
      throw new IllegalStateException("A certificate cannot be made", impossible);
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
    return generator.generateKeyPair();
  }

  private static X509v3CertificateBuilder builder(
      X500Name issuer, Instant from, Instant to, X500Name subject, PublicKey key) {
    BigInteger serial = new BigInteger(SERIAL_BITS, RANDOM).setBit(0);
    return new JcaX509v3CertificateBuilder(
        issuer, serial, Date.from(from), Date.from(to), subject, key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair signing)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder(SIGNATURE).build(signing.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static GeneralNames alternatives(Set<String> names) {
    return new GeneralNames(
        names.stream()
            .map(
                name ->
                    new GeneralName(
                        Names.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
            .toArray(GeneralName[]::new));
  }

  /** At most as long as a name may be; what follows it stays whole. */
  private static X500Name name(String text, String end) {
    int most = LONGEST_NAME - end.length();
    String cut = text.substring(0, Math.min(text.length(), most)) + end;
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, cut).build();
  }

  private static String tag() {
    byte[] random = new byte[3];
    RANDOM.nextBytes(random);
    return " " + HexFormat.of().formatHex(random);
  }

  private static Instant from(Instant now) {
    return now.minus(BEFORE).truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
