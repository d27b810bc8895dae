package plenum.account;

import java.time.Clock;
import java.util.Optional;
import plenum.account.AccountRefused.Reason;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.VisibleText;

/** The accounts of people whom a directory or a provider knows: made and kept up at each login. */
public final class OutsideAccounts {

  private final Accounts accounts;
  private final Clock clock;

  public OutsideAccounts(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The account of somebody, as it is now.
   *
   * @throws AccountRefused when an account of ours has the login name, or it cannot be kept
   */
  public synchronized Account of(Outsider outsider) {
    return accounts
        .ofOutside(outsider.key())
        .map(known -> kept(known, outsider))
        .orElseGet(() -> made(outsider));
  }

  /** The account of whom a directory or provider names so, if that one was ever here. */
  Optional<Account> known(String key) {
    return accounts.ofOutside(key);
  }

  private Account kept(Account known, Outsider outsider) {
    DisplayName name = name(outsider, Optional.of(known.person()));
    return accounts.change(
        known.person(),
        one -> one.named(name).calledIn(outsider.login()).withGroups(outsider.groups()));
  }

  private Account made(Outsider outsider) {
    if (accounts.of(outsider.login()).isPresent()) {
      throw new AccountRefused(Reason.LOGIN_NAME_TAKEN, "login-name-taken", outsider.login());
    }
    Account account =
        Account.local(outsider.login(), name(outsider, Optional.empty()), clock.instant())
            .withGroups(outsider.groups())
            .knownOutsideAs(outsider.key());
    accounts.add(account);
    return account;
  }

  /** Two people of one name are told apart by their login names. */
  private DisplayName name(Outsider outsider, Optional<PersonId> own) {
    DisplayName plain = shortened(outsider.name(), outsider.login().value());
    if (isFree(plain, own)) {
      return plain;
    }
    String suffix = " (" + outsider.login() + ")";
    DisplayName longer = shortened(beginning(plain.value(), suffix) + suffix, plain.value());
    int number = 2;
    while (!isFree(longer, own)) {
      longer = plain.numbered(number++);
    }
    return longer;
  }

  private boolean isFree(DisplayName name, Optional<PersonId> own) {
    return accounts.holder(name).filter(holder -> !own.equals(Optional.of(holder))).isEmpty();
  }

  private static String beginning(String name, String suffix) {
    return cut(name, Math.max(1, DisplayName.LONGEST - suffix.length())).strip();
  }

  private static DisplayName shortened(String name, String otherwise) {
    return VisibleText.of(cut(name.strip(), DisplayName.LONGEST), DisplayName.LONGEST)
        .map(DisplayName::of)
        .orElseGet(() -> DisplayName.of(cut(otherwise, DisplayName.LONGEST)));
  }

  private static String cut(String text, int codePoints) {
    return text.codePointCount(0, text.length()) <= codePoints
        ? text
        : text.substring(0, text.offsetByCodePoints(0, codePoints));
  }
}
