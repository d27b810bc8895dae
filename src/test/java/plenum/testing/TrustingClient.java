package plenum.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client of Java that trusts one authority and no other, and looks at names. */
public final class TrustingClient {

  private final SSLContext context;
  private final HttpClient http;

  /**
   * @param authorities certificates in PEM
   */
  public TrustingClient(String... authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (String authority : authorities) {
        byte[] bytes = authority.getBytes(StandardCharsets.US_ASCII);
        store.setCertificateEntry(
            "authority-" + store.size(),
            factory.generateCertificate(new ByteArrayInputStream(bytes)));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      http = HttpClient.newBuilder().sslContext(context).build();
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Its HTTP. */
  public HttpClient http() {
    return http;
  }

  public HttpResponse<String> get(URI address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** What a new connection is shown, if that can be trusted. */
  public X509Certificate shownAt(String host, int port) {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(host, port)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return (X509Certificate) List.of(socket.getSession().getPeerCertificates()).get(0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
