package plenum.engine.dtls;

import java.io.IOException;
import java.util.Hashtable;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerCertificate;

/** The active side of a handshake. */
final class ClientPeer extends DefaultTlsClient {

  private final Negotiation negotiation;

  ClientPeer(Negotiation negotiation) {
    super(negotiation.crypto);
    this.negotiation = negotiation;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return Negotiation.versions();
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return Negotiation.clientSuites();
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
  public Hashtable<?, ?> getClientExtensions() throws IOException {
    Hashtable<?, ?> extensions =
        TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
    negotiation.profiles.offer(extensions);
    return extensions;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void processServerExtensions(Hashtable extensions) throws IOException {
    super.processServerExtensions(extensions);
    negotiation.profiles.accept(extensions);
  }

  @Override
  public TlsAuthentication getAuthentication() {
    return new TlsAuthentication() {
      @Override
      public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
        negotiation.checkPeer(certificate.getCertificate());
      }

      @Override
      public TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
        return negotiation.signer(context);
      }
    };
  }

  @Override
  public void notifyHandshakeComplete() throws IOException {
    super.notifyHandshakeComplete();
    negotiation.complete(context);
  }
}
