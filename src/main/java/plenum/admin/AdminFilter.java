package plenum.admin;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import plenum.settings.AccountSettings;
import plenum.settings.Current;
import plenum.settings.SiteSettings;
import plenum.web.Nonce;
import plenum.web.Visitors;

/**
 * Lets administrators alone see administration's pages, and send their forms. Strangers are led to
 * the login; others are told that this is not for them.
 */
public class AdminFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient Administrator administrator;
  @Inject private transient Visitors visitors;
  @Inject private transient Current<AccountSettings> accounts;
  @Inject private transient SiteSettings site;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-store");
    if (administrator.of(request).isPresent()) {
      chain.doFilter(request, response);
    } else if (sendsAForm(request)) {
      askAnew(request, response);
    } else if (couldLogIn(request)) {
      String wanted =
          URLEncoder.encode(site.path(request.getServletPath()), StandardCharsets.UTF_8);
      response.sendRedirect(site.path("/login?next=" + wanted));
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      request.setAttribute("withAccounts", accounts.now().hasAccounts());
      request
          .getRequestDispatcher("/WEB-INF/errorpages/administration.xhtml")
          .forward(request, response);
    }
  }

  private static boolean sendsAForm(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }

  /** Faces would take the form for one of the page that says no. */
  private void askAnew(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = site.path(request.getServletPath());
    if (Nonce.isPart(request)) {
      response.setContentType("text/xml");
      response.setCharacterEncoding("UTF-8");
      response
          .getWriter()
          .write(
              "<partial-response><redirect url=\"%s\"/></partial-response>"
                  .formatted(escaped(path)));
    } else {
      response.sendRedirect(path);
    }
  }

  private static String escaped(String path) {
    return path.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private boolean couldLogIn(HttpServletRequest request) {
    return accounts.now().hasAccounts()
        && request.getMethod().equals("GET")
        && visitors.recognised(request).filter(known -> !known.isGuest()).isEmpty();
  }
}
