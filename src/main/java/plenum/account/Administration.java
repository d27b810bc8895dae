package plenum.account;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import plenum.account.AccountRefused.Reason;
import plenum.account.token.TokenRefused;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Standing;

/**
 * What administrators do with accounts. Every method throws an {@link AccountRefused} {@code
 * administrators-only} for everybody else.
 */
public final class Administration {

  private static final String END_LOGINS = "end-logins";

  /** How long a link is good by which somebody chooses a password. */
  static final Duration GOOD = Duration.ofHours(24);

  /** An account, and the link by which its person chooses a password; who made it sees it once. */
  public record Invitation(Account account, String link) {}

  /**
   * What is to be otherwise; what is empty stays.
   *
   * @param groups in which the person is from now on
   * @param administrator whether the account itself has that role
   * @param blocked whether nobody can log in by it, and who has is logged out
   */
  public record Change(
      Optional<DisplayName> name,
      Optional<Set<String>> groups,
      Optional<Boolean> administrator,
      Optional<Boolean> blocked) {}

  private final Accounts accounts;
  private final Logins logins;
  private final Predicate<Actor> mayAdminister;
  private final Journal journal;
  private final Clock clock;
  private final Consumer<AccountRemoved> removed;

  /**
   * @param mayAdminister who is an administrator
   * @param removed is told of each account that is gone
   */
  Administration(
      Accounts accounts,
      Logins logins,
      Predicate<Actor> mayAdminister,
      Journal journal,
      Clock clock,
      Consumer<AccountRemoved> removed) {
    this.accounts = accounts;
    this.logins = logins;
    this.mayAdminister = mayAdminister;
    this.journal = journal;
    this.clock = clock;
    this.removed = removed;
  }

  /** Those whose name or login name has this text. */
  public List<Account> found(Actor actor, String text) {
    require(actor, "list-accounts");
    return accounts.found(text);
  }

  /** A new account, with a link for its person. */
  public Invitation add(Actor actor, LoginName login, DisplayName name) {
    require(actor, "add-account");
    String token = Token.fresh();
    Account account = Account.local(login, name, clock.instant()).withLink(link(token));
    accounts.add(account);
    journal.administered(actor, account, "add-account", "");
    return invitation(account, token);
  }

  /** The password is good no longer, and every login ends; the person chooses another one. */
  public Invitation reset(Actor actor, PersonId person) {
    require(actor, "reset-password");
    String token = Token.fresh();
    refuseOutside(person);
    accounts.of(person).ifPresent(account -> requirePerson(actor, "reset-password", account));
    Account account = accounts.change(person, one -> one.withLink(link(token)));
    journal.administered(actor, account, "reset-password", "");
    endLogins(actor, account);
    return invitation(account, token);
  }

  public Account change(Actor actor, PersonId person, Change change) {
    return change(actor, person, change, before -> {});
  }

  /**
   * The same.
   *
   * @param condition throws when the account, as it is now, is not to be changed
   */
  public Account change(Actor actor, PersonId person, Change change, Consumer<Account> condition) {
    require(actor, "change-account");
    Account before = accounts.of(person).orElseThrow(AccountRefused::unknown);
    Account after =
        accounts.change(
            person,
            one -> {
              condition.accept(one);
              Account wanted = changed(one, change);
              requirePerson(actor, "change-account", one);
              requirePerson(actor, "change-account", wanted);
              return wanted;
            });
    tell(actor, before, after);
    if (after.blocked()) {
      endLogins(actor, after);
    }
    return after;
  }

  /** The account is gone, and whoever is logged in by it is logged out. */
  public void remove(Actor actor, PersonId person) {
    remove(actor, person, before -> {});
  }

  /**
   * The same.
   *
   * @param condition throws when the account, as it is now, is not to be removed
   */
  public void remove(Actor actor, PersonId person, Consumer<Account> condition) {
    require(actor, "remove-account");
    Account account =
        accounts.remove(
            person,
            before -> {
              condition.accept(before);
              requirePerson(actor, "remove-account", before);
            });
    journal.administered(actor, account, "remove-account", "");
    endLogins(actor, account);
    removed.accept(new AccountRemoved(person));
  }

  /** Ends every login of a person; tells how many there were. */
  public int signOut(Actor actor, PersonId person) {
    require(actor, END_LOGINS);
    Account account = accounts.of(person).orElseThrow(AccountRefused::unknown);
    int ended = logins.endAll(person);
    journal.loginsEnded(actor, account, ended);
    return ended;
  }

  /**
   * Ends one login of a person.
   *
   * @throws AccountRefused {@code no-such-login} when it is none of that person's
   */
  public void signOut(Actor actor, PersonId person, String login) {
    require(actor, END_LOGINS);
    Account account = accounts.of(person).orElseThrow(AccountRefused::unknown);
    logins.end(person, login);
    journal.loginsEnded(actor, account, 1);
  }

  /** The same, of which somebody else decides, and tells. */
  void end(PersonId person) {
    accounts.remove(person);
    logins.endAll(person);
    removed.accept(new AccountRemoved(person));
  }

  private void endLogins(Actor actor, Account account) {
    journal.loginsEnded(actor, account, logins.endAll(account.person()));
  }

  private void require(Actor actor, String act) {
    if (!mayAdminister.test(actor)) {
      journal.notAdministered(actor, act, "", "administrators-only");
      throw new AccountRefused(Reason.ADMINISTRATORS_ONLY, "administrators-only");
    }
  }

  /**
   * Who looks after the site is decided by persons: a program that could make itself an
   * administrator would have every right, and keep it when its token is revoked.
   */
  private void requirePerson(Actor actor, String act, Account account) {
    boolean looksAfterSite = accounts.standing(account).roles().contains(Role.ADMINISTRATOR);
    if (looksAfterSite && actor.grant().isPresent()) {
      journal.notAdministered(actor, act, account.login().value(), "persons-only");
      throw TokenRefused.personsOnly();
    }
  }

  private void refuseOutside(PersonId person) {
    if (accounts.of(person).flatMap(Account::outside).isPresent()) {
      throw new AccountRefused(Reason.PASSWORD_ELSEWHERE, "password-elsewhere");
    }
  }

  private void tell(Actor actor, Account before, Account after) {
    if (before.blocked() != after.blocked()) {
      journal.administered(actor, after, after.blocked() ? "block-account" : "admit-account", "");
    }
    Standing standing = accounts.standing(after);
    if (!accounts.standing(before).equals(standing)) {
      journal.administered(
          actor,
          after,
          "change-roles",
          new TreeSet<>(standing.roles()) + " " + new TreeSet<>(standing.groups()));
    }
    if (!before.name().equals(after.name())) {
      journal.administered(actor, after, "rename-account", after.name().value());
    }
  }

  private static Account changed(Account account, Change change) {
    Account named = change.name().map(account::named).orElse(account);
    Account grouped = change.groups().map(named::withGroups).orElse(named);
    Account ranked =
        change
            .administrator()
            .map(is -> grouped.withRoles(roles(grouped.roles(), is)))
            .orElse(grouped);
    return change.blocked().map(ranked::blocked).orElse(ranked);
  }

  private static Set<Role> roles(Set<Role> before, boolean administrator) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(before);
    if (administrator) {
      roles.add(Role.ADMINISTRATOR);
    } else {
      roles.remove(Role.ADMINISTRATOR);
    }
    return roles;
  }

  private OneTimeLink link(String token) {
    return new OneTimeLink(Token.hash(token), clock.instant().plus(GOOD));
  }

  private static Invitation invitation(Account account, String token) {
    return new Invitation(account, account.person() + "." + token);
  }
}
