package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;

/** Gives every visitor of a page the cookie, and a fresh one when theirs is a day old. */
public class IdentityFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Everything that is not a page. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/(api|rtc|live|resources|jakarta\\.faces\\.resource|signal|health|metrics|openapi"
              + "|ca|plenum-ca\\.crt)(/.*)?");

  @Inject private transient Visitors visitors;
  @Inject private transient IdentityCookie cookie;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getMethod().equals("GET") && !NO_PAGE.matcher(path(request)).matches()) {
      Optional<Identity> known = visitors.recognised(request);
      if (known.isEmpty() || cookie.isStale(known.get())) {
        Identity identity = cookie.renewed(visitors.of(request));
        response.addHeader("Set-Cookie", cookie.header(identity, visitors.isSecure(request)));
        response.setHeader("Cache-Control", "no-store");
      }
    }
    chain.doFilter(request, response);
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
