package plenum.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import plenum.settings.AccountSettings;
import plenum.web.Visitors;

/** What every page's mark-up asks about logins: {@code #{access.member}}. */
@Named("access")
@RequestScoped
public class AccessPage {

  @Inject AccountSettings settings;
  @Inject Visitors visitors;
  @Inject HttpServletRequest request;

  /** Whether people without an account may come in. */
  public boolean isGuests() {
    return settings.guests();
  }

  /** Whether the page is shown to somebody with an account. */
  public boolean isMember() {
    return settings.hasAccounts()
        && visitors.recognised(request).filter(visitor -> !visitor.isGuest()).isPresent();
  }

  /** Whether it is shown to somebody who could log in. */
  public boolean isLoginOffered() {
    return settings.hasAccounts() && !isMember();
  }
}
