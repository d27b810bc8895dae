package plenum.account;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plenum.account.AccountRefused.Reason;
import plenum.account.LoginBrake.Attempt;
import plenum.account.Logins.Begun;
import plenum.identity.PersonId;
import plenum.settings.Network;

/**
 * Where somebody logs in by name and password. Unknown accounts are answered as known ones are, and
 * as late.
 */
public final class LoginDesk {

  /** For names that nobody can have, which count together. */
  private static final LoginName NOBODY = new LoginName("-");

  private static final Set<String> UNSEEN = Set.of("login-busy", "accounts-unavailable");

  /** What a browser keeps after a login: the login's token, and by what it is known next time. */
  public record Admitted(Account account, Begun begun, String device) {}

  private final Accounts accounts;
  private final Logins logins;
  private final PasswordCheck check;
  private final Hashing hashing;
  private final KnownDevices devices;
  private final LoginBrake brake;
  private final Journal journal;

  LoginDesk(
      Accounts accounts,
      Logins logins,
      PasswordCheck check,
      Hashing hashing,
      KnownDevices devices,
      LoginBrake brake,
      Journal journal) {
    this.accounts = accounts;
    this.logins = logins;
    this.check = check;
    this.hashing = hashing;
    this.devices = devices;
    this.brake = brake;
    this.journal = journal;
  }

  /**
   * Logs somebody in.
   *
   * @param name as it was typed
   * @return fails with an {@link AccountRefused}: {@code login-failed}, {@code account-blocked},
   *     {@code password-expired}, {@code login-slowed}, {@code login-busy}
   */
  public CompletableFuture<Admitted> login(String name, String password, Caller caller) {
    LoginName login = LoginName.typed(name).orElse(NOBODY);
    Optional<String> device = device(login, caller);
    return slowly(login, caller, device, () -> admitted(checked(login, password), caller, device));
  }

  /**
   * Changes the own password, for which the present one is asked. All other logins of the account
   * end.
   *
   * @param kept the login that goes on
   * @return fails with an {@link AccountRefused}: {@code login-failed}, {@code password-weak},
   *     {@code password-elsewhere}, {@code login-slowed}, {@code login-busy}
   */
  public CompletableFuture<Account> change(
      PersonId person, String kept, String present, String wanted, Caller caller) {
    Account account = accounts.of(person).orElseThrow(AccountRefused::unknown);
    if (account.outside().isPresent()) {
      return CompletableFuture.failedFuture(
          new AccountRefused(Reason.PASSWORD_ELSEWHERE, "password-elsewhere"));
    }
    LoginName login = account.login();
    return slowly(
        login,
        caller,
        device(login, caller),
        () -> {
          Account proved = checked(login, present);
          Passwords.require(wanted, login);
          PasswordHash hash = hashing.hash(wanted);
          Account changed = accounts.change(account.person(), one -> renewed(one, proved, hash));
          journal.passwordChanged(changed, caller);
          int ended = logins.endOthers(account.person(), kept);
          journal.loginsEnded(changed, Optional.of(caller.address()), ended, "a new password");
          return changed;
        });
  }

  /** Not where somebody has changed it meanwhile, such as an administrator for a stolen one. */
  private static Account renewed(Account now, Account proved, PasswordHash hash) {
    if (!now.password().equals(proved.password())) {
      throw failed();
    }
    return now.withPassword(hash);
  }

  private static AccountRefused failed() {
    return new AccountRefused(Reason.LOGIN_FAILED, "login-failed");
  }

  /** Somebody logs out of one browser. */
  public void logout(PersonId person, String login, InetAddress from) {
    logins.end(person, login);
    accounts.of(person).ifPresent(one -> journal.loginEnded(one, Optional.of(from)));
  }

  /**
   * Whoever knows a person says that these of its logins are over; tells how many.
   *
   * @param from from where it was said
   */
  int ended(Account account, Predicate<Login> which, InetAddress from) {
    int count = logins.end(account.person(), which);
    journal.loginsEnded(account, Optional.of(from), count, "the provider");
    return count;
  }

  /** The same of logins by their ids, whosever they are. */
  int ended(Set<String> ids, InetAddress from) {
    return logins.persons(ids).stream()
        .map(accounts::of)
        .flatMap(Optional::stream)
        .mapToInt(one -> ended(one, login -> ids.contains(login.id()), from))
        .sum();
  }

  /** Lets somebody in who has proved otherwise whose the account is. */
  Admitted admit(Account account, Caller caller) {
    return admitted(account, caller, device(account.login(), caller));
  }

  /**
   * Does work that asks for a password, as slowly as the failures before it demand.
   *
   * @param work throws an {@link AccountRefused} when the password is wrong
   */
  private <T> CompletableFuture<T> slowly(
      LoginName login, Caller caller, Optional<String> device, Supplier<T> work) {
    Attempt attempt = brake.attempt(login, Network.ofClient(caller.address()), device);
    if (!attempt.isNow()) {
      journal.refused(login, caller, "login-slowed");
      return CompletableFuture.failedFuture(
          new AccountRefused(Reason.LOGIN_SLOWED, "login-slowed", attempt.pause().toSeconds() + 1));
    }
    CompletableFuture<T> done =
        hashing.later(
            () -> {
              T result = work.get();
              brake.succeeded(attempt);
              return result;
            });
    return done.whenComplete((result, failed) -> told(login, caller, attempt, failed));
  }

  /** Where nobody could look at the password, that counts for no failure. */
  private void told(LoginName login, Caller caller, Attempt attempt, Throwable failed) {
    if (failed instanceof AccountRefused refused) {
      journal.refused(login, caller, refused.code());
      if (UNSEEN.contains(refused.code())) {
        brake.withdrawn(attempt);
      }
    }
  }

  private Account checked(LoginName login, String password) {
    return check.account(login, password).orElseThrow(LoginDesk::failed);
  }

  private Admitted admitted(Account account, Caller caller, Optional<String> device) {
    if (account.blocked()) {
      throw new AccountRefused(Reason.ACCOUNT_BLOCKED, "account-blocked");
    }
    Logins.Begun begun = logins.begin(account, caller.address(), caller.browser());
    if (!isStill(account)) {
      logins.end(account.person(), begun.login()::equals);
      throw failed();
    }
    journal.loggedIn(account, caller);
    return new Admitted(
        account,
        begun,
        device.flatMap(known -> caller.device()).orElseGet(() -> devices.fresh(account.person())));
  }

  /** Whether what was proved still lets anybody in; whoever changes it later ends this login. */
  private boolean isStill(Account account) {
    return accounts
        .of(account.person())
        .filter(now -> !now.blocked() && now.password().equals(account.password()))
        .isPresent();
  }

  /** The browser, if this account's person has logged in by it before. */
  private Optional<String> device(LoginName login, Caller caller) {
    return accounts
        .of(login)
        .flatMap(
            account -> caller.device().flatMap(value -> devices.read(value, account.person())));
  }
}
