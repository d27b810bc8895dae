package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.account.Visitor;
import plenum.identity.Identity;
import plenum.identity.IdentityCookie;
import plenum.settings.SiteSettings;

/**
 * Gives every guest on a page the cookie, and a fresh one when theirs is a day old. Where no guest
 * may come in, strangers are led to the login.
 */
public class IdentityFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  /** Everything that is not a page. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/(api|rtc|live|resources|jakarta\\.faces\\.resource|signal|health|metrics|openapi"
              + "|ca|plenum-ca\\.crt)(/.*)?");

  /** The pages by which strangers come in. */
  private static final Pattern OPEN = Pattern.compile("/(login|welcome|guest)(\\.xhtml)?");

  /** What else there is for who came by a guest link alone: the room, and the choice of devices. */
  private static final Pattern OUTSIDERS =
      Pattern.compile("/((index|room|desktop|watch)(\\.xhtml)?)?");

  @Inject private transient Visitors visitors;
  @Inject private transient SiteSettings site;
  @Inject private transient IdentityCookie cookie;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isPage(request)) {
      Optional<Visitor> known = visitors.recognised(request);
      if (known.isEmpty() && visitors.mustLogIn()) {
        if (!OPEN.matcher(path(request)).matches()) {
          leadAway(request, response);
          return;
        }
      } else if (known.filter(Visitor::isOutsider).isPresent()) {
        if (!isForOutsiders(request)) {
          leadTo("/guest", response);
          return;
        }
      } else if (known.isEmpty() || known.get().isGuest() && isStale(known.get())) {
        Identity identity = cookie.renewed(visitors.of(request).identity());
        response.addHeader("Set-Cookie", cookie.header(identity, visitors.isSecure(request)));
        response.setHeader("Cache-Control", "no-store");
      }
    }
    chain.doFilter(request, response);
  }

  private static boolean isPage(HttpServletRequest request) {
    boolean none =
        NO_PAGE.matcher(path(request)).matches() && NO_PAGE.matcher(served(request)).matches();
    return request.getMethod().equals("GET") && !none;
  }

  /** What the container will serve, whatever detours the path that was asked for makes. */
  private static String served(HttpServletRequest request) {
    String more = request.getPathInfo();
    return request.getServletPath() + (more == null ? "" : more);
  }

  private boolean isStale(Visitor guest) {
    return cookie.isStale(guest.identity());
  }

  private static boolean isForOutsiders(HttpServletRequest request) {
    String path = path(request);
    return OPEN.matcher(path).matches() || OUTSIDERS.matcher(path).matches();
  }

  /**
   * To the login, from where one comes back to the page that was wanted; whose guest link ended is
   * told so.
   */
  private void leadAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (visitors.stay(request).isPresent() && OUTSIDERS.matcher(path(request)).matches()) {
      leadTo("/guest", response);
      return;
    }
    String query = request.getQueryString();
    String wanted = site.path(path(request)) + (query == null ? "" : "?" + query);
    leadTo("/login?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8), response);
  }

  private void leadTo(String ours, HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.sendRedirect(site.path(ours));
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
