package plenum.account;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import plenum.account.AccountRefused.Reason;
import plenum.identity.PersonId;
import plenum.identity.RandomText;
import plenum.settings.AccountSettings;
import plenum.settings.Current;
import plenum.settings.Network;

/** Who is logged in, with which browsers. Thread-safe; waits for nothing. */
public final class Logins {

  private static final Duration SELDOM = Duration.ofMinutes(1);

  private static final int LONGEST_BROWSER = 200;

  /** What a browser gets when somebody has logged in. */
  public record Begun(Login login, String token) {}

  /** Who has a token. */
  public record Known(Account account, Login login) {}

  private final Current<AccountSettings> settings;
  private final Accounts accounts;
  private final LoginStore store;
  private final Clock clock;
  private final Consumer<LoginEnded> ended;
  private final Map<String, Login> byHash = new ConcurrentHashMap<>();

  /**
   * @param ended is told of each login that ends otherwise than by its age
   */
  public Logins(
      Current<AccountSettings> settings,
      Accounts accounts,
      LoginStore store,
      Clock clock,
      Consumer<LoginEnded> ended) {
    this.settings = settings;
    this.accounts = accounts;
    this.store = store;
    this.clock = clock;
    this.ended = ended;
    store.all().forEach(login -> byHash.put(login.hash(), login));
    forgetOld();
  }

  /** Somebody has proved whose the account is. */
  public Begun begin(Account account, InetAddress from, String browser) {
    String token = Token.fresh();
    Instant now = clock.instant();
    Login login =
        new Login(
            RandomText.unguessable(),
            Token.hash(token),
            account.person(),
            now,
            now,
            Network.written(from),
            shortened(browser));
    makeRoom(account.person());
    byHash.put(login.hash(), login);
    store.put(login);
    return new Begun(login, token);
  }

  private static String shortened(String browser) {
    String plain = browser.replaceAll("\\p{Cntrl}", " ");
    return plain.length() > LONGEST_BROWSER ? plain.substring(0, LONGEST_BROWSER) : plain;
  }

  private void makeRoom(PersonId person) {
    List<Login> own = of(person);
    own.stream()
        .skip(settings.now().perPerson() - 1L)
        .forEach(oldest -> end(person, one -> one.equals(oldest)));
  }

  /** Who has this token, if that one is still logged in by it. */
  public Optional<Known> by(String token, InetAddress from) {
    return Optional.ofNullable(byHash.get(Token.hash(token)))
        .filter(this::isFresh)
        .flatMap(
            login ->
                accounts
                    .of(login.person())
                    .filter(account -> !account.blocked())
                    .map(account -> new Known(account, touched(login, from))));
  }

  /** Whether nobody has ended it; it may be too old. */
  boolean lasts(Login login) {
    return byHash.containsKey(login.hash());
  }

  private boolean isFresh(Login login) {
    Instant now = clock.instant();
    return now.isBefore(login.seen().plus(settings.now().idle()))
        && now.isBefore(login.begun().plus(settings.now().longest()));
  }

  /** Not each time: what nobody needs to know so exactly need not be written. */
  private Login touched(Login login, InetAddress from) {
    Duration part = settings.now().idle().dividedBy(20);
    // So exact that a shorter time without use, set while people are at work, ends no login in use.
    Duration seldom = part.compareTo(SELDOM) < 0 ? part : SELDOM;
    Instant now = clock.instant();
    if (now.isBefore(login.seen().plus(seldom))) {
      return login;
    }
    Login seen = login.usedAt(now, Network.written(from));
    if (byHash.replace(login.hash(), login, seen)) {
      store.put(seen);
    }
    return seen;
  }

  /** Those of a person, the last used first. */
  public List<Login> of(PersonId person) {
    return byHash.values().stream()
        .filter(login -> login.person().equals(person) && isFresh(login))
        .sorted(Comparator.comparing(Login::seen).thenComparing(Login::begun).reversed())
        .toList();
  }

  /** A few that were last used from such an address, in no order. */
  public List<Login> from(Predicate<String> address, int most) {
    return byHash.values().stream()
        .filter(login -> address.test(login.address()) && isFresh(login))
        .limit(most)
        .toList();
  }

  /** Whose these are, by their ids. */
  Set<PersonId> persons(Set<String> ids) {
    return byHash.values().stream()
        .filter(login -> ids.contains(login.id()))
        .map(Login::person)
        .collect(Collectors.toSet());
  }

  /**
   * Ends one of a person's.
   *
   * @throws AccountRefused {@code no-such-login} when it is none of that person's
   */
  public void end(PersonId person, String id) {
    if (end(person, login -> login.id().equals(id)) == 0) {
      throw new AccountRefused(Reason.NO_SUCH_LOGIN, "no-such-login");
    }
  }

  /** Ends all of a person's but this one; tells how many. */
  public int endOthers(PersonId person, String kept) {
    return end(person, login -> !login.id().equals(kept));
  }

  /** Ends all of a person's; tells how many. */
  public int endAll(PersonId person) {
    return end(person, login -> true);
  }

  /** Ends those of a person's; tells how many. */
  int end(PersonId person, Predicate<Login> which) {
    int count = 0;
    for (Login login : List.copyOf(byHash.values())) {
      boolean meant = login.person().equals(person) && which.test(login);
      if (meant && byHash.remove(login.hash()) != null) {
        count++;
        store.remove(login.id());
        ended.accept(new LoginEnded(person, login.id()));
      }
    }
    return count;
  }

  /** Forgets those that are too old. */
  public void forgetOld() {
    for (Login login : List.copyOf(byHash.values())) {
      if (!isFresh(login) && byHash.remove(login.hash(), login)) {
        store.remove(login.id());
      }
    }
  }
}
