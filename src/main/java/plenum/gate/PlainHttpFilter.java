package plenum.gate;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.http.ClientAddress;
import plenum.settings.SiteSettings;
import plenum.settings.TlsSettings;
import plenum.settings.TlsSettings.PlainHttp;
import plenum.tls.Tls;

/**
 * Leads who opens a page by plain http from another machine to https, where browsers give camera
 * and microphone. What is no page works on both; so does how to trust this server, which is read
 * before.
 */
public class PlainHttpFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Pattern ON_BOTH =
      Pattern.compile(
          "/(api|rtc|live|resources|jakarta\\.faces\\.resource|signal|health|metrics|openapi"
              + "|ca|ca\\.xhtml|plenum-ca\\.crt)(/.*)?");

  private static final String PAGE = "/WEB-INF/errorpages/plain-http.xhtml";

  @Inject private transient TlsSettings settings;
  @Inject private transient Tls tls;
  @Inject private transient ClientAddress addresses;
  @Inject private transient SiteSettings site;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (tls.port().isEmpty() || settings.plainHttp() == PlainHttp.SERVE || isFine(request)) {
      chain.doFilter(request, response);
      return;
    }
    String secure = secure(request, site, tls.port().getAsInt());
    response.setHeader("Cache-Control", "no-store");
    if (settings.plainHttp() == PlainHttp.REDIRECT) {
      response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
      response.setHeader("Location", secure);
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      request.setAttribute("secureAddress", secure);
      request.getRequestDispatcher(PAGE).forward(request, response);
    }
  }

  private boolean isFine(HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return request.isSecure()
        || !reads
        || Proxied.is(request)
        || addresses.of(request).isLoopbackAddress()
        || ON_BOTH.matcher(Paths.of(request)).matches();
  }

  /** The same page under the same name; the name was judged before. */
  static String secure(HttpServletRequest request, SiteSettings site, int port) {
    String host =
        Optional.ofNullable(request.getHeader("Host"))
            .filter(header -> !header.isBlank())
            .map(Hosts::withoutPort)
            .orElseGet(() -> literal(request.getLocalAddr()));
    String query = Optional.ofNullable(request.getQueryString()).map(text -> "?" + text).orElse("");
    return "https://" + host + ":" + port + site.path(Paths.asked(request)) + query;
  }

  private static String literal(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }
}
