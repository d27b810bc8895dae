package plenum.admin.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import plenum.account.Account;
import plenum.account.AccountOffice;
import plenum.identity.PersonId;
import plenum.presence.Presence;

/** The person whom a page is about, by its address or its form. */
@RequestScoped
class Wanted {

  @Inject HttpServletRequest request;
  @Inject AccountOffice office;
  @Inject Presence presence;

  /** Empty for what can be nobody's id. */
  Optional<PersonId> person() {
    try {
      return Optional.ofNullable(request.getParameter("id")).map(PersonId::new);
    } catch (IllegalArgumentException nobodys) {
      return Optional.empty();
    }
  }

  Optional<Account> account() {
    return person().flatMap(office.accounts()::of);
  }

  /** How the account, or presence, calls the person. */
  Optional<String> name() {
    return account()
        .map(Account::name)
        .or(() -> person().flatMap(presence::nameOf))
        .map(name -> name.value());
  }
}
