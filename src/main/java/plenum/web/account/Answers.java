package plenum.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import plenum.account.Cookies;
import plenum.account.LoginDesk.Admitted;
import plenum.settings.AccountSettings;
import plenum.settings.Current;
import plenum.settings.OidcSettings;
import plenum.settings.SiteSettings;
import plenum.web.Visitors;

/** What a browser gets that has logged in, or out. */
@ApplicationScoped
class Answers {

  private static final Duration YEAR = Duration.ofDays(365);

  @Inject Current<AccountSettings> settings;
  @Inject SiteSettings site;
  @Inject Visitors visitors;
  @Inject OidcSettings oidc;

  Response admitted(Admitted admitted, HttpServletRequest request) {
    return admitted(admitted, request, Response.noContent()).build();
  }

  /** With the cookies of a login. */
  Response.ResponseBuilder admitted(
      Admitted admitted, HttpServletRequest request, Response.ResponseBuilder answer) {
    boolean secure = visitors.isSecure(request);
    return answer
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(Cookies.LOGIN, admitted.begun().token(), settings.now().longest(), secure))
        .header(HttpHeaders.SET_COOKIE, cookie(Cookies.DEVICE, admitted.device(), YEAR, secure))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  Response loggedOut(HttpServletRequest request, Response.ResponseBuilder answer) {
    return answer
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(Cookies.LOGIN, "", Duration.ZERO, visitors.isSecure(request)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** A path of this site: the wanted one, or that of the rooms. */
  String within(String wanted) {
    boolean plain = wanted.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,1000}");
    try {
      boolean below = plain && URI.create(wanted).normalize().getPath().startsWith(site.path("/"));
      return below ? wanted : site.path("/rooms");
    } catch (IllegalArgumentException noPath) {
      return site.path("/rooms");
    }
  }

  /** The whole address of one of our paths, as browsers know this site. */
  URI address(String ours, HttpServletRequest request) {
    String scheme = visitors.isSecure(request) ? "https" : "http";
    String host = scheme + "://" + request.getHeader("Host");
    return URI.create(oidc.site().map(URI::toString).orElse(host) + site.path(ours));
  }

  private String cookie(String name, String value, Duration age, boolean secure) {
    return Cookies.header(name, value, site.path("/"), age, secure);
  }
}
