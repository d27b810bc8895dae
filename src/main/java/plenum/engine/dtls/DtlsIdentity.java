package plenum.engine.dtls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.bc.BcX509v3CertificateBuilder;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentSignerBuilder;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCertificate;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** The engine's key and the certificate whose fingerprint its SDP names. */
public final class DtlsIdentity {

  private static final Duration VALID = Duration.ofDays(3650);

  private final AsymmetricKeyParameter privateKey;
  private final byte[] certificate;
  private final String fingerprint;

  private DtlsIdentity(AsymmetricKeyParameter privateKey, byte[] certificate) {
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.fingerprint =
        HexFormat.ofDelimiter(":")
            .withUpperCase()
            .formatHex(CertificateHash.digest("SHA-256", certificate));
  }

  /** A new ECDSA P-256 key with a self-signed certificate, valid from yesterday for ten years. */
  public static DtlsIdentity generate() {
    SecureRandom random = new SecureRandom();
    ECKeyPairGenerator generator = new ECKeyPairGenerator();
    generator.init(
        new ECKeyGenerationParameters(
            ECNamedDomainParameters.lookup(SECObjectIdentifiers.secp256r1), random));
    AsymmetricCipherKeyPair pair = generator.generateKeyPair();
    try {
      return new DtlsIdentity(pair.getPrivate(), selfSigned(pair, random));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException("A certificate cannot be made in this Java runtime", e);
    }
  }

  private static byte[] selfSigned(AsymmetricCipherKeyPair pair, SecureRandom random)
      throws IOException, OperatorCreationException {
    X500Name name = new X500Name("CN=plenum");
    Instant from = Instant.now().minus(Duration.ofDays(1));
    BcX509v3CertificateBuilder builder =
        new BcX509v3CertificateBuilder(
            name,
            new BigInteger(127, random).add(BigInteger.ONE),
            Date.from(from),
            Date.from(from.plus(VALID)),
            name,
            pair.getPublic());
    BcECContentSignerBuilder signer =
        new BcECContentSignerBuilder(
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256),
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
    return builder.build(signer.build(pair.getPrivate())).getEncoded();
  }

  /** The certificate's SHA-256, as {@code a=fingerprint:sha-256} has it: {@code AB:CD:...}. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What proves this identity in one handshake. */
  TlsCredentialedSigner signer(TlsContext context, BcTlsCrypto crypto) throws IOException {
    Certificate chain =
        new Certificate(new TlsCertificate[] {new BcTlsCertificate(crypto, certificate)});
    return new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(context),
        crypto,
        privateKey,
        chain,
        SignatureAndHashAlgorithm.getInstance(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa));
  }
}
