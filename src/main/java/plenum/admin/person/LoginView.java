package plenum.admin.person;

import java.time.Instant;
import plenum.account.Login;

/**
 * A login, as a page shows it.
 *
 * @param agent what the browser calls itself
 */
public record LoginView(String id, String agent, String address, Instant begun, Instant seen) {

  static LoginView of(Login login) {
    return new LoginView(login.id(), login.browser(), login.address(), login.begun(), login.seen());
  }
}
