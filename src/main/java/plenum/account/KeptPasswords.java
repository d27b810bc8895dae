package plenum.account;

import java.util.Optional;
import java.util.function.Function;

/** Checks the passwords that are kept with accounts. */
final class KeptPasswords implements PasswordCheck {

  private final Accounts accounts;
  private final Hashing hashing;
  private final Function<String, PasswordHash> renewing;

  KeptPasswords(Accounts accounts, Hashing hashing) {
    this(accounts, hashing, hashing::hash);
  }

  /**
   * @param renewing makes a hash of a password anew
   */
  KeptPasswords(Accounts accounts, Hashing hashing, Function<String, PasswordHash> renewing) {
    this.accounts = accounts;
    this.hashing = hashing;
    this.renewing = renewing;
  }

  @Override
  public Optional<Account> account(LoginName login, String password) {
    Optional<Account> account = accounts.of(login);
    Optional<PasswordHash> hash = account.flatMap(Account::password);
    String text = password.length() > Passwords.LONGEST * 2 ? "" : password;
    return hashing.matches(text, hash) ? account.map(one -> renewed(one, text)) : Optional.empty();
  }

  /**
   * A hash that was made with less than today's costs is made anew, now that the password is known;
   * not where somebody has changed the password meanwhile.
   */
  private Account renewed(Account account, String password) {
    if (!account.password().map(PasswordHash::isDated).orElse(false)) {
      return account;
    }
    PasswordHash hash = renewing.apply(password);
    Account now =
        accounts.change(
            account.person(),
            one -> one.password().equals(account.password()) ? one.withPassword(hash) : one);
    return now.password().filter(hash::equals).isPresent() ? now : account;
  }
}
