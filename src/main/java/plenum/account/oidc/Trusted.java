package plenum.account.oidc;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import javax.net.ssl.SSLSocketFactory;
import plenum.account.Trust;
import plenum.settings.OidcSettings;

/** How the provider is spoken to: with patience that ends, and by whom the site trusts. */
final class Trusted {

  private final int patience;
  private final SSLSocketFactory sockets;

  Trusted(OidcSettings settings) {
    patience = (int) settings.patience().toMillis();
    sockets = new Trust("plenum.oidc.ca-file", settings.authority()).context().getSocketFactory();
  }

  /** The request, which follows nobody elsewhere. */
  HTTPRequest prepared(HTTPRequest request) {
    request.setFollowRedirects(false);
    prepare(request);
    return request;
  }

  void prepare(HTTPRequest request) {
    request.setConnectTimeout(patience);
    request.setReadTimeout(patience);
    request.setSSLSocketFactory(sockets);
  }

  /** What fetches keys, of no more than so many bytes. */
  ResourceRetriever retriever(int longest) {
    return new DefaultResourceRetriever(patience, patience, longest, true, sockets);
  }
}
