package plenum.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plenum.http.ClientAddress;
import plenum.http.Problem;
import plenum.http.Reader;
import plenum.http.RequestRefused;
import plenum.http.RequestRefused.Reason;
import plenum.identity.Origins;

/**
 * Refuses what a page of another site sends: WebSocket handshakes (which no browser keeps to one
 * origin, RFC 6455 section 10.2) and requests that change something. What administrators alone may
 * change is changed by no page of the sites that may speak to this one either: by such a page,
 * whoever writes it could make itself a token while an administrator looks at it.
 */
public class OriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Pattern ADMINISTRATION =
      Pattern.compile("(/api)?/admin(/.*)?", Pattern.DOTALL);

  @Inject private transient Origins origins;
  @Inject private transient ClientAddress addresses;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    boolean changes = !SAFE.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
    if (changes && origin != null && !mayChange(origins, path(request), origin, host(request))) {
      refuse(request, response);
      return;
    }
    if (origin != null && isOwn(request) && origins.permits(origin, host(request))) {
      share(response, origin);
      if (request.getMethod().equals("OPTIONS")) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
    }
    chain.doFilter(new NamelessRequest(request, addresses.of(request)), response);
  }

  /** Whether a page of that origin may change what is there. */
  static boolean mayChange(Origins origins, String path, String origin, String host) {
    return isOfAdministration(path) ? origins.isOwn(origin, host) : origins.permits(origin, host);
  }

  /** The self-check's page asks the API where the site's pages find it, which may be elsewhere. */
  private static boolean isOfAdministration(String path) {
    return ADMINISTRATION.matcher(path).matches() && !path.equals("/api/admin/check");
  }

  /** As the container understands it: what it will serve. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  /** The management API, {@code /api/v1/}, has rules of its own. */
  private static boolean isOwn(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/");
  }

  /** Lets the pages of a permitted site read the answer, with the cookie that says who asks. */
  private static void share(HttpServletResponse response, String origin) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Allow-Credentials", "true");
    response.setHeader("Access-Control-Allow-Methods", "GET, PUT");
    response.setHeader("Access-Control-Allow-Headers", "Content-Type, Accept");
    response.addHeader("Vary", "Origin");
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host;
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = Problem.of(new RequestRefused(Reason.ORIGIN, "origin"));
    problem.reply(Reader.of(request)).finish(response);
  }
}
