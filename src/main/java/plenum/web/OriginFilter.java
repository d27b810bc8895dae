package plenum.web;

import jakarta.inject.Inject;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import plenum.identity.Origins;

/**
 * Refuses what a page of another site sends: WebSocket handshakes (which no browser keeps to one
 * origin, RFC 6455 section 10.2) and requests that change something.
 */
@WebFilter(
    filterName = "origin",
    urlPatterns = {"/signal", "/api/*"},
    asyncSupported = true)
public class OriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private transient Origins origins;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    boolean changes = !SAFE.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
    if (changes && origin != null && !origins.permits(origin, host(request))) {
      refuse(response);
      return;
    }
    if (origin != null && isOwn(request) && origins.permits(origin, host(request))) {
      share(response, origin);
      if (request.getMethod().equals("OPTIONS")) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
    }
    chain.doFilter(new NamelessRequest(request), response);
  }

  /** The management API, {@code /api/v1/}, has rules of its own. */
  private static boolean isOwn(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/");
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

  private static void refuse(HttpServletResponse response) throws IOException {
    Problem problem =
        Problem.of(403, "origin", "Not from here", "Pages of other sites may not use this server.");
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(JsonbBuilder.create().toJson(problem));
  }
}
