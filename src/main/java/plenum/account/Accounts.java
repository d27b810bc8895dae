package plenum.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plenum.account.AccountRefused.Reason;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Standing;
import plenum.identity.VisibleText;

/**
 * All accounts, in memory; a change is kept before it counts. Thread-safe: what asks waits for
 * nothing, what changes waits for the store.
 */
public final class Accounts {

  private final AccountStore store;
  private final Set<String> administrators;
  private final Map<PersonId, Account> byPerson = new ConcurrentHashMap<>();
  private final Map<LoginName, PersonId> byLogin = new ConcurrentHashMap<>();
  private final Map<String, PersonId> byName = new ConcurrentHashMap<>();
  private final Map<String, PersonId> byOutside = new ConcurrentHashMap<>();
  private volatile Consumer<PersonId> watcher = person -> {};

  /**
   * @param administrators groups whose members are administrators
   */
  public Accounts(AccountStore store, Set<String> administrators) {
    this.store = store;
    this.administrators = Set.copyOf(administrators);
    store.all().forEach(this::index);
  }

  /** Whom to tell, after each change of an account that there was, whose it is. */
  void watch(Consumer<PersonId> changed) {
    watcher = changed;
  }

  private void index(Account account) {
    byPerson.put(account.person(), account);
    byLogin.put(account.login(), account.person());
    byName.put(account.name().key(), account.person());
    account.outside().ifPresent(key -> byOutside.put(key, account.person()));
  }

  private void forget(Account account) {
    byPerson.remove(account.person());
    byLogin.remove(account.login(), account.person());
    byName.remove(account.name().key(), account.person());
    account.outside().ifPresent(key -> byOutside.remove(key, account.person()));
  }

  /** Those by which it is found no longer. */
  private void forgetNamesOf(Account before, Account after) {
    if (!before.login().equals(after.login())) {
      byLogin.remove(before.login(), before.person());
    }
    if (!before.name().key().equals(after.name().key())) {
      byName.remove(before.name().key(), before.person());
    }
  }

  public Optional<Account> of(PersonId person) {
    return Optional.ofNullable(byPerson.get(person));
  }

  public Optional<Account> of(LoginName login) {
    return Optional.ofNullable(byLogin.get(login)).flatMap(this::of);
  }

  /** By how a directory or provider names it. */
  public Optional<Account> ofOutside(String key) {
    return Optional.ofNullable(byOutside.get(key)).flatMap(this::of);
  }

  /** Whose account has this name. */
  public Optional<PersonId> holder(DisplayName name) {
    return Optional.ofNullable(byName.get(name.key()));
  }

  /** Those whose name or login name has this text, in the order of their names. */
  public List<Account> found(String text) {
    String wanted = VisibleText.comparisonKey(text);
    return byPerson.values().stream()
        .filter(one -> one.name().key().contains(wanted) || one.login().value().contains(wanted))
        .sorted(Comparator.comparing((Account one) -> one.name().key()))
        .toList();
  }

  /**
   * A few whose name or login name has this text, or whose id begins with it, in no order. Unlike
   * {@link #found} it looks through indexes alone.
   */
  public List<Account> some(String text, int most) {
    String wanted = VisibleText.comparisonKey(text);
    Stream<PersonId> named = persons(byName, name -> name.contains(wanted));
    Stream<PersonId> calledIn = persons(byLogin, login -> login.value().contains(wanted));
    Stream<PersonId> known =
        byPerson.keySet().stream().filter(one -> text.length() > 3 && one.value().startsWith(text));
    return Stream.of(named, calledIn, known)
        .flatMap(part -> part)
        .distinct()
        .flatMap(person -> of(person).stream())
        .limit(most)
        .toList();
  }

  private static <K> Stream<PersonId> persons(Map<K, PersonId> index, Predicate<K> which) {
    return index.entrySet().stream()
        .filter(entry -> which.test(entry.getKey()))
        .map(Map.Entry::getValue);
  }

  /** What the account of a person, if there is one, makes of that one. */
  public Standing standing(PersonId person) {
    return of(person).filter(one -> !one.blocked()).map(this::standing).orElse(Standing.NONE);
  }

  /** What an account makes of its person. */
  public Standing standing(Account account) {
    Set<Role> roles = EnumSet.of(Role.USER);
    roles.addAll(account.roles());
    if (account.groups().stream().anyMatch(administrators::contains)) {
      roles.add(Role.ADMINISTRATOR);
    }
    return new Standing(roles, account.groups());
  }

  /** Whether somebody can log in who looks after the site. */
  public boolean hasAdministrator() {
    return canAdminister(byPerson.values());
  }

  private boolean canAdminister(Collection<Account> accounts) {
    return accounts.stream()
        .anyMatch(
            one ->
                !one.blocked()
                    && (one.password().isPresent() || one.outside().isPresent())
                    && isAdministrator(one));
  }

  private boolean isAdministrator(Account account) {
    return standing(account).roles().contains(Role.ADMINISTRATOR);
  }

  /**
   * Adds an account.
   *
   * @throws AccountRefused when another one has its login name or its name, or it cannot be kept
   */
  public synchronized void add(Account account) {
    refuseTaken(account);
    store.put(account);
    index(account);
  }

  /**
   * Changes an account.
   *
   * @return what it is now
   * @throws AccountRefused when there is none, it takes another one's name, no administrator would
   *     be left, or it cannot be kept
   */
  public synchronized Account change(PersonId person, UnaryOperator<Account> change) {
    Account before = of(person).orElseThrow(AccountRefused::unknown);
    Account after = change.apply(before);
    if (after.equals(before)) {
      return before;
    }
    refuseTaken(after);
    refuseLastAdministrator(before, Optional.of(after));
    store.put(after);
    index(after);
    forgetNamesOf(before, after);
    watcher.accept(person);
    return after;
  }

  /**
   * Removes an account.
   *
   * @throws AccountRefused when there is none, no administrator would be left, or that cannot be
   *     kept
   */
  public synchronized Account remove(PersonId person) {
    return remove(person, before -> {});
  }

  /**
   * The same.
   *
   * @param condition throws when the account, as it is now, is not to be removed
   */
  public synchronized Account remove(PersonId person, Consumer<Account> condition) {
    Account before = of(person).orElseThrow(AccountRefused::unknown);
    condition.accept(before);
    refuseLastAdministrator(before, Optional.empty());
    store.remove(person);
    forget(before);
    watcher.accept(person);
    return before;
  }

  private void refuseTaken(Account account) {
    if (isOthers(byLogin.get(account.login()), account)) {
      throw new AccountRefused(Reason.LOGIN_NAME_TAKEN, "login-name-taken", account.login());
    }
    if (isOthers(byName.get(account.name().key()), account)) {
      throw new AccountRefused(Reason.ACCOUNT_NAME_TAKEN, "account-name-taken", account.name());
    }
  }

  private static boolean isOthers(PersonId holder, Account account) {
    return holder != null && !holder.equals(account.person());
  }

  private void refuseLastAdministrator(Account before, Optional<Account> after) {
    boolean isOne = canAdminister(List.of(before));
    boolean staysOne = after.filter(now -> canAdminister(List.of(now))).isPresent();
    if (!isOne || staysOne) {
      return;
    }
    boolean others =
        canAdminister(byPerson.values().stream().filter(one -> !one.equals(before)).toList());
    if (!others) {
      throw new AccountRefused(Reason.LAST_ADMINISTRATOR, "last-administrator");
    }
  }
}
