package plenum.engine.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** What client and server have in common: the terms, and the check of the peer's certificate. */
final class Negotiation {

  /**
   * The first wait for an answer; it doubles each time. An intranet answers in a few ms. SRS waits
   * as long.
   */
  static final int FIRST_RESEND_MILLIS = 50;

  private static final int[] OUR_CERTIFICATE_SUITES = {
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
  };

  /** A client meets servers with RSA certificates too. */
  private static final int[] ANY_CERTIFICATE_SUITES = {
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
  };

  final BcTlsCrypto crypto = new BcTlsCrypto();
  final SrtpProfiles profiles;
  private final DtlsIdentity identity;
  private final List<CertificateHash> expected;
  private final Duration timeout;
  private boolean peerChecked;
  private DtlsKeys keys;
  private int overhead;

  Negotiation(
      DtlsIdentity identity,
      List<CertificateHash> expected,
      SrtpProfiles profiles,
      Duration timeout) {
    this.identity = identity;
    this.expected = expected;
    this.profiles = profiles;
    this.timeout = timeout;
  }

  static ProtocolVersion[] versions() {
    return ProtocolVersion.DTLSv12.only();
  }

  static int[] serverSuites() {
    return OUR_CERTIFICATE_SUITES.clone();
  }

  static int[] clientSuites() {
    return ANY_CERTIFICATE_SUITES.clone();
  }

  int timeoutMillis() {
    return Math.toIntExact(timeout.toMillis());
  }

  TlsCredentialedSigner signer(TlsContext context) throws IOException {
    return identity.signer(context, crypto);
  }

  void checkPeer(Certificate chain) throws IOException {
    if (chain == null || chain.isEmpty()) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure, "the peer has no certificate");
    }
    byte[] certificate = chain.getCertificateAt(0).getEncoded();
    if (expected.stream().noneMatch(hash -> hash.matches(certificate))) {
      throw new TlsFatalAlert(
          AlertDescription.bad_certificate, "the peer's certificate is not the one in its SDP");
    }
    peerChecked = true;
  }

  void complete(TlsContext context) throws IOException {
    if (!peerChecked) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure, "the peer is not authenticated");
    }
    keys = profiles.export(context);
    overhead = Records.overhead(context.getSecurityParametersConnection().getCipherSuite());
  }

  /** After {@link #complete}: bytes that its cipher adds to each record. */
  int overhead() {
    return overhead;
  }

  /** After {@link #complete}. Once: they are not kept here. */
  DtlsKeys takeKeys() {
    DtlsKeys taken = keys;
    keys = null;
    return taken;
  }
}
