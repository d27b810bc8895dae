package plenum.web.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import plenum.account.Cookies;
import plenum.account.LoginDesk.Admitted;
import plenum.settings.AccountSettings;
import plenum.settings.SiteSettings;
import plenum.web.Visitors;

/** What a browser gets that has logged in, or out. */
@ApplicationScoped
class Answers {

  private static final Duration YEAR = Duration.ofDays(365);

  @Inject AccountSettings settings;
  @Inject SiteSettings site;
  @Inject Visitors visitors;

  Response admitted(Admitted admitted, HttpServletRequest request) {
    boolean secure = visitors.isSecure(request);
    return Response.noContent()
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(Cookies.LOGIN, admitted.begun().token(), settings.longest(), secure))
        .header(HttpHeaders.SET_COOKIE, cookie(Cookies.DEVICE, admitted.device(), YEAR, secure))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  Response loggedOut(HttpServletRequest request) {
    return Response.noContent()
        .header(
            HttpHeaders.SET_COOKIE,
            cookie(Cookies.LOGIN, "", Duration.ZERO, visitors.isSecure(request)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private String cookie(String name, String value, Duration age, boolean secure) {
    return Cookies.header(name, value, site.path("/"), age, secure);
  }
}
