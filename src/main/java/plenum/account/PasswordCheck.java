package plenum.account;

import java.util.Optional;

/** Whether a password is right. Waits, and is asked on threads of {@link Hashing} only. */
@FunctionalInterface
public interface PasswordCheck {

  /**
   * The account that belongs to the name and the password; empty when there is none, or the
   * password is another one.
   *
   * @throws AccountRefused {@code login-busy} when nobody can tell now; {@code account-blocked} or
   *     {@code password-expired} when who keeps the password says so
   */
  Optional<Account> account(LoginName login, String password);
}
