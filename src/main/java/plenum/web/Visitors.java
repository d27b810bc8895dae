package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import plenum.http.ClientAddress;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;

/** Finds out who sent a request. */
@ApplicationScoped
public class Visitors {

  private static final String ATTRIBUTE = Visitors.class.getName();

  @Inject IdentityCookie cookie;
  @Inject ClientAddress addresses;

  /** Who it is; somebody new when the request has no valid cookie, the same within one request. */
  public Identity of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Identity known) {
      return known;
    }
    Identity identity = recognised(request).orElseGet(cookie::stranger);
    request.setAttribute(ATTRIBUTE, identity);
    return identity;
  }

  /** Who it is by the request's cookie. */
  public Optional<Identity> recognised(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Cookie")).stream()
        .map(cookie::readHeader)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether the browser came by https, to this server or to a trusted proxy before it. */
  boolean isSecure(HttpServletRequest request) {
    return addresses.isSecure(request);
  }
}
