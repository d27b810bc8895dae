package plenum.account;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import plenum.account.AccountRefused.Reason;
import plenum.account.LoginDesk.Admitted;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;

/**
 * Where somebody comes with a one-time link, chooses a password, and is logged in: {@code
 * administrator.<token>}, or {@code <person>.<token>} that an administrator made.
 */
public final class WelcomeDesk {

  private static final int PERSON = 22;

  /**
   * For whom a link is.
   *
   * @param name empty for an account that the link makes
   */
  public record Invited(LoginName login, Optional<DisplayName> name) {}

  private final Accounts accounts;
  private final Logins logins;
  private final LoginDesk desk;
  private final Hashing hashing;
  private final AdministratorLink administrator;
  private final Journal journal;
  private final Clock clock;

  WelcomeDesk(
      Accounts accounts,
      Logins logins,
      LoginDesk desk,
      Hashing hashing,
      AdministratorLink administrator,
      Journal journal,
      Clock clock) {
    this.accounts = accounts;
    this.logins = logins;
    this.desk = desk;
    this.hashing = hashing;
    this.administrator = administrator;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * For whom the link is.
   *
   * @throws AccountRefused {@code link-invalid}
   */
  public Invited look(String link) {
    return administrator
        .login(link)
        .map(login -> new Invited(login, accounts.of(login).map(Account::name)))
        .or(() -> ofAccount(link).map(one -> new Invited(one.login(), Optional.of(one.name()))))
        .orElseThrow(WelcomeDesk::invalid);
  }

  private Optional<Account> ofAccount(String link) {
    if (link.length() <= PERSON + 1 || !link.substring(0, PERSON).matches("[A-Za-z0-9_-]+")) {
      return Optional.empty();
    }
    String token = link.substring(PERSON + 1);
    return accounts
        .of(new PersonId(link.substring(0, PERSON)))
        .filter(account -> !account.blocked())
        .filter(
            account ->
                account.link().filter(kept -> kept.opensWith(token, clock.instant())).isPresent());
  }

  /**
   * Uses the link up, with this password.
   *
   * @param name how somebody wants to be called whose account is new
   * @return fails with an {@link AccountRefused}: {@code link-invalid}, {@code password-weak},
   *     {@code login-busy}, or because the name is another account's
   */
  public CompletableFuture<Admitted> use(
      String link, Optional<DisplayName> name, String password, Caller caller) {
    return hashing.later(
        () -> {
          Passwords.require(password, look(link).login());
          PasswordHash hash = hashing.hash(password);
          Account account = taken(link, name, hash, caller);
          int ended = logins.endAll(account.person());
          journal.loginsEnded(account, Optional.of(caller.address()), ended, "a one-time link");
          return desk.admit(account, caller);
        });
  }

  /** One at a time, so that nobody uses it twice. */
  private synchronized Account taken(
      String link, Optional<DisplayName> name, PasswordHash hash, Caller caller) {
    Optional<LoginName> login = administrator.login(link);
    if (login.isPresent()) {
      Account made = administrator(login.get(), name, hash);
      journal.madeAdministrator(made, caller);
      return made;
    }
    Account invited = ofAccount(link).orElseThrow(WelcomeDesk::invalid);
    Account changed = accounts.change(invited.person(), one -> one.withPassword(hash));
    journal.passwordChanged(changed, caller);
    return changed;
  }

  private Account administrator(LoginName login, Optional<DisplayName> name, PasswordHash hash) {
    Account made =
        accounts
            .of(login)
            .map(known -> accounts.change(known.person(), one -> administrator(one, hash)))
            .orElseGet(() -> added(login, name, hash));
    administrator.usedUp();
    return made;
  }

  private Account added(LoginName login, Optional<DisplayName> name, PasswordHash hash) {
    DisplayName called = name.orElseGet(() -> DisplayName.of(login.value()));
    Account account = administrator(Account.local(login, called, clock.instant()), hash);
    accounts.add(account);
    return account;
  }

  private static Account administrator(Account account, PasswordHash hash) {
    Set<Role> roles = EnumSet.of(Role.ADMINISTRATOR);
    roles.addAll(account.roles());
    return account.withPassword(hash).withRoles(roles).blocked(false);
  }

  private static AccountRefused invalid() {
    return new AccountRefused(Reason.LINK_INVALID, "link-invalid");
  }
}
