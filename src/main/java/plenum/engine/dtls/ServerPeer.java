package plenum.engine.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsUtils;

/** The passive side of a handshake. */
final class ServerPeer extends DefaultTlsServer {

  private final Negotiation negotiation;

  ServerPeer(Negotiation negotiation) {
    super(negotiation.crypto);
    this.negotiation = negotiation;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return Negotiation.versions();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return Negotiation.serverSuites();
  }

  @Override
  public int getHandshakeTimeoutMillis() {
    return negotiation.timeoutMillis();
  }

  @Override
  public int getHandshakeResendTimeMillis() {
    return Negotiation.FIRST_RESEND_MILLIS;
  }

  /** Keys may not be exported without it (RFC 7627 5.4). */
  @Override
  public boolean requiresExtendedMasterSecret() {
    return true;
  }

  @Override
  protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
    return negotiation.signer(context);
  }

  @Override
  public CertificateRequest getCertificateRequest() {
    return new CertificateRequest(
        new short[] {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
        TlsUtils.getDefaultSupportedSignatureAlgorithms(context),
        null);
  }

  @Override
  public void notifyClientCertificate(Certificate certificate) throws IOException {
    negotiation.checkPeer(certificate);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void processClientExtensions(Hashtable extensions) throws IOException {
    super.processClientExtensions(extensions);
    negotiation.profiles.choose(extensions);
  }

  @Override
  public Hashtable<?, ?> getServerExtensions() throws IOException {
    Hashtable<?, ?> extensions = super.getServerExtensions();
    negotiation.profiles.answer(extensions);
    return extensions;
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    negotiation.complete(context);
  }
}
