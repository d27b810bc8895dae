package plenum.account;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.Role;
import plenum.identity.Secrets;
import plenum.media.MutableClock;
import plenum.settings.AccountSettings;
import plenum.testing.Actors;

/** Accounts as the application has them, with a clock that the test moves. */
final class AccountScene {

  static final String PASSWORD = "correct horse battery";

  final MutableClock clock = new MutableClock();
  final AccountSettings settings =
      new AccountSettings(
          AccountSettings.Mode.LOCAL,
          false,
          Set.of("admins"),
          Duration.ofHours(2),
          Duration.ofHours(10),
          3);
  final MemoryAccountStore store = new MemoryAccountStore();
  final MemoryLoginStore loginStore = new MemoryLoginStore();
  final Accounts accounts = new Accounts(store, settings.administrators());
  final List<LoginEnded> ended = new ArrayList<>();
  final List<AuditEntry> trail = new ArrayList<>();
  final Hashing hashing = new Hashing(1, 10);
  final Journal journal = new Journal(trail::add, clock);
  final Logins logins = logins();
  final LoginDesk desk = desk(new KeptPasswords(accounts, hashing));

  LoginDesk desk(PasswordCheck check) {
    return new LoginDesk(
        accounts,
        logins,
        check,
        hashing,
        new KnownDevices(new Secrets("a secret that is long enough for it")),
        new LoginBrake(clock::nanoTime),
        journal);
  }

  Logins logins() {
    return new Logins(() -> settings, accounts, loginStore, clock, ended::add);
  }

  /** An account with the password. */
  Account account(String login, String name) {
    Account account =
        Account.local(new LoginName(login), DisplayName.of(name), clock.instant())
            .withPassword(hashing.hash(PASSWORD));
    accounts.add(account);
    return account;
  }

  Account administrator(String login, String name) {
    Account account = account(login, name);
    return accounts.change(account.person(), one -> one.withRoles(Set.of(Role.ADMINISTRATOR)));
  }

  Actor actor(Account account) {
    return Actor.ofRequest(
        account.person(), account.name(), accounts.standing(account), Actors.HERE);
  }

  static Caller caller(String address) {
    return caller(address, Optional.empty());
  }

  static Caller caller(String address, Optional<String> device) {
    try {
      return new Caller(InetAddress.getByName(address), "Firefox", device);
    } catch (java.net.UnknownHostException noAddress) {
      throw new IllegalArgumentException(noAddress);
    }
  }

  /** The code with which it was refused; empty when it was not. */
  static String code(CompletableFuture<?> work) {
    try {
      work.join();
      return "";
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof plenum.text.Refused refused) {
        return refused.code();
      }
      throw failed;
    }
  }
}
