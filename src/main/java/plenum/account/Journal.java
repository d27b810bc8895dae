package plenum.account;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;

/** Puts down what happens about logins and accounts. */
final class Journal {

  private static final String END = "end-logins";

  private final AuditTrail trail;
  private final Clock clock;

  Journal(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  void loggedIn(Account account, Caller caller) {
    add(account, Optional.of(caller.address()), "login", "");
  }

  /**
   * @param why the refusal's code
   */
  void refused(LoginName login, Caller caller, String why) {
    trail.add(
        new AuditEntry(
            clock.instant(),
            Optional.empty(),
            login.value(),
            Optional.of(caller.address()),
            "login",
            login.value(),
            Outcome.REFUSED,
            why));
  }

  void loginEnded(Account account, Optional<InetAddress> from) {
    add(account, from, "logout", "");
  }

  void passwordChanged(Account account, Caller caller) {
    add(account, Optional.of(caller.address()), "change-password", "");
  }

  /** Somebody has used the administrators' one-time link. */
  void madeAdministrator(Account account, Caller caller) {
    add(account, Optional.of(caller.address()), "make-administrator", "");
  }

  /**
   * @param act a word for it, such as {@code block-account}
   */
  void administered(Actor actor, Account account, String act, String detail) {
    trail.add(AuditEntry.done(actor, act, account.login().value()).with(detail));
  }

  void notAdministered(Actor actor, String act, String object, String code) {
    trail.add(AuditEntry.refused(actor, act, object, code));
  }

  /** Logins ended with their person's password, or since the provider said so. */
  void loginsEnded(Account account, Optional<InetAddress> from, int count, String why) {
    if (count > 0) {
      add(account, from, END, count + " by " + why);
    }
  }

  /** An administrator ended them. */
  void loginsEnded(Actor actor, Account account, int count) {
    if (count > 0) {
      administered(actor, account, END, count + " by an administrator");
    }
  }

  private void add(Account account, Optional<InetAddress> from, String act, String detail) {
    trail.add(
        new AuditEntry(
            clock.instant(),
            Optional.of(account.person()),
            account.name().value(),
            from,
            act,
            account.login().value(),
            Outcome.DONE,
            detail));
  }
}
