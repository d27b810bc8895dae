package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plenum.settings.AccountSettings;
import plenum.settings.Current;
import plenum.settings.SiteSettings;
import plenum.web.Visitors;

/** What every page's mark-up asks about logins: {@code #{access.member}}. */
@Named("access")
@RequestScoped
public class AccessPage {

  @Inject Current<AccountSettings> settings;
  @Inject Visitors visitors;
  @Inject SiteSettings site;
  @Inject HttpServletRequest request;

  /** Whether people without an account may come in. */
  public boolean isGuests() {
    return settings.now().guests();
  }

  /** Whether people log in at a provider. */
  public boolean isProvider() {
    return settings.now().mode() == AccountSettings.Mode.OIDC;
  }

  /** Where they go for that, and come back to the page that was wanted. */
  public String getProviderAddress() {
    String next = Optional.ofNullable(request.getParameter("next")).orElse("");
    return site.path("/api/oidc/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
  }

  /** Whether the page is shown to somebody with an account. */
  public boolean isMember() {
    return settings.now().hasAccounts()
        && visitors.recognised(request).filter(visitor -> !visitor.isGuest()).isPresent();
  }

  /** Whether it is shown to somebody who could log in. */
  public boolean isLoginOffered() {
    return settings.now().hasAccounts() && !isMember();
  }
}
