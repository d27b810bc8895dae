package plenum.account.token;

import java.lang.System.Logger.Level;
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
import java.util.function.Predicate;
import plenum.account.Token;
import plenum.account.token.TokenRefused.Reason;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.Grant;
import plenum.identity.PersonId;
import plenum.identity.RandomText;
import plenum.identity.Scope;
import plenum.identity.VisibleText;
import plenum.settings.ApiSettings;

/**
 * All tokens of programs, in memory; what is made and ended is kept before it counts. Thread-safe.
 * A token is good as long as its maker looks after the site, and ends for ever when that one is
 * blocked, demoted or gone.
 */
public final class ApiTokens {

  private static final System.Logger LOG = System.getLogger(ApiTokens.class.getName());

  /** In front of every token, so that those who look for lost secrets find it. */
  public static final String PREFIX = "plenum_";

  /** The longest name. */
  public static final int LONGEST_NAME = 60;

  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final String USE = "use-token";

  /** What somebody asks for; {@code life} from now on. */
  public record Wish(String name, Set<Scope> scopes, Duration life) {}

  /** A token, and the text that the program gets; who made it sees it once. */
  public record Made(ApiToken token, String text) {}

  private final ApiSettings settings;
  private final ApiTokenStore store;
  private final Predicate<PersonId> looksAfterSite;
  private final Predicate<Actor> mayDelegate;
  private final Clock clock;
  private final AuditTrail trail;
  private final Map<String, ApiToken> byHash = new ConcurrentHashMap<>();

  /** Ids of tokens that ended while the store did not answer. */
  private final Set<String> unremoved = ConcurrentHashMap.newKeySet();

  /**
   * @param looksAfterSite whether somebody is an administrator now
   * @param mayDelegate who may make and end tokens
   */
  public ApiTokens(
      ApiSettings settings,
      ApiTokenStore store,
      Predicate<PersonId> looksAfterSite,
      Predicate<Actor> mayDelegate,
      Clock clock,
      AuditTrail trail) {
    this.settings = settings;
    this.store = store;
    this.looksAfterSite = looksAfterSite;
    this.mayDelegate = mayDelegate;
    this.clock = clock;
    this.trail = trail;
    store.all().forEach(token -> byHash.put(token.hash(), token));
  }

  /** All that are kept, also such as are over since lately, the newest first. */
  public List<ApiToken> all() {
    return byHash.values().stream()
        .sorted(Comparator.comparing(ApiToken::made).thenComparing(ApiToken::id).reversed())
        .toList();
  }

  /**
   * The one of this id.
   *
   * @throws TokenRefused {@code no-such-token}
   */
  public ApiToken one(String id) {
    return all().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new TokenRefused(Reason.NO_SUCH_TOKEN, "no-such-token"));
  }

  /** Whether its time is over. */
  public boolean isOver(ApiToken token) {
    return token.isOver(clock.instant());
  }

  /** How long one is good at most, and how many there may be. */
  public ApiSettings settings() {
    return settings;
  }

  /**
   * Makes a token.
   *
   * @throws TokenRefused {@code persons-only}, {@code token-name}, {@code token-scopes}, {@code
   *     token-time}, {@code too-many-tokens}
   */
  public Made make(Actor maker, Wish wish) {
    try {
      require(maker);
      Made made = made(maker, wish);
      String scopes = made.token().scopes().stream().map(Scope::word).sorted().toList().toString();
      trail.add(
          AuditEntry.done(maker, "make-token", made.token().name())
              .with(scopes + " until " + made.token().until()));
      return made;
    } catch (TokenRefused refused) {
      trail.add(AuditEntry.refused(maker, "make-token", "", refused.code()));
      throw refused;
    }
  }

  private void require(Actor actor) {
    if (!mayDelegate.test(actor)) {
      throw TokenRefused.personsOnly();
    }
  }

  private synchronized Made made(Actor maker, Wish wish) {
    String name =
        VisibleText.of(wish.name().strip(), LONGEST_NAME)
            .orElseThrow(() -> new TokenRefused(Reason.TOKEN_NAME, "token-name", LONGEST_NAME));
    if (wish.scopes().isEmpty()) {
      throw new TokenRefused(Reason.TOKEN_SCOPES, "token-scopes");
    }
    if (!settings.permits(wish.life())) {
      throw new TokenRefused(Reason.TOKEN_TIME, "token-time", settings.longest().toDays());
    }
    forgetOld();
    Instant now = clock.instant();
    if (all().stream().filter(token -> !token.isOver(now)).count() >= settings.tokens()) {
      throw new TokenRefused(Reason.TOO_MANY_TOKENS, "too-many-tokens", settings.tokens());
    }
    String text = PREFIX + Token.fresh();
    ApiToken token =
        new ApiToken(
            RandomText.unguessable(),
            Token.hash(text),
            maker.person(),
            name,
            wish.scopes(),
            now,
            now.plus(wish.life()),
            Optional.empty());
    store.add(token);
    byHash.put(token.hash(), token);
    return new Made(token, text);
  }

  /**
   * Whose this text is.
   *
   * @param from from where it came
   * @throws TokenRefused {@code token-invalid}, {@code token-expired}
   */
  public ApiToken by(String text, InetAddress from) {
    try {
      return known(text);
    } catch (TokenRefused refused) {
      trail.add(AuditEntry.refusedTo(from, clock.instant(), USE, "", refused.code()));
      throw refused;
    }
  }

  /** Whether {@link #by} would find it; nobody is told that somebody asked. */
  public boolean opens(String text) {
    try {
      good(text, clock.instant());
      return true;
    } catch (TokenRefused refused) {
      return false;
    }
  }

  private ApiToken known(String text) {
    Instant now = clock.instant();
    return touched(good(text, now), now);
  }

  private ApiToken good(String text, Instant now) {
    ApiToken token =
        Optional.ofNullable(byHash.get(Token.hash(text))).orElseThrow(TokenRefused::unknown);
    if (token.isOver(now)) {
      throw new TokenRefused(Reason.TOKEN_EXPIRED, "token-expired");
    }
    if (!looksAfterSite.test(token.maker())) {
      throw TokenRefused.unknown();
    }
    return token;
  }

  /** Not each time: what nobody needs to know so exactly need not be written. */
  private ApiToken touched(ApiToken token, Instant now) {
    if (token.used().filter(at -> now.isBefore(at.plus(SELDOM))).isPresent()) {
      return token;
    }
    ApiToken used = token.usedAt(now);
    if (byHash.replace(token.hash(), token, used)) {
      store.used(used);
    }
    return used;
  }

  /**
   * Ends a token: a person any, a program its own alone, such as one that has got out.
   *
   * @throws TokenRefused {@code persons-only}, {@code no-such-token}
   */
  public void revoke(Actor actor, String id) {
    try {
      if (actor.grant().map(Grant::id).filter(id::equals).isEmpty()) {
        require(actor);
      }
      ApiToken token = one(id);
      end(token);
      trail.add(AuditEntry.done(actor, "revoke-token", token.name()));
    } catch (TokenRefused refused) {
      trail.add(AuditEntry.refused(actor, "revoke-token", id, refused.code()));
      throw refused;
    }
  }

  /** What is ended is so in the store before it is told. */
  private void end(ApiToken token) {
    store.remove(token.id());
    byHash.remove(token.hash());
  }

  /** Ends it at once, and in the store as soon as that answers: nobody waits to be told. */
  private void endSoon(ApiToken token) {
    byHash.remove(token.hash());
    unremoved.add(token.id());
    removeLeft();
  }

  private void removeLeft() {
    for (String id : unremoved) {
      try {
        store.remove(id);
        unremoved.remove(id);
      } catch (RuntimeException away) {
        LOG.log(Level.WARNING, "A token that ended is not deleted yet: {0}", away.getMessage());
        return;
      }
    }
  }

  /**
   * Somebody's account changed: who looks after the site no longer has no tokens any more, also
   * when that one does again later.
   */
  public void review(PersonId maker) {
    if (looksAfterSite.test(maker)) {
      return;
    }
    for (ApiToken token : of(maker)) {
      endSoon(token);
      trail.add(
          new AuditEntry(
              clock.instant(),
              Optional.empty(),
              "",
              Optional.empty(),
              "token-ended",
              token.name(),
              Outcome.DONE,
              "its maker is no administrator"));
    }
  }

  /** Those that a person made. */
  public List<ApiToken> of(PersonId maker) {
    return all().stream().filter(token -> token.maker().equals(maker)).toList();
  }

  /** Forgets those whose time was over a month ago, and what could not be deleted before. */
  public void forgetOld() {
    Instant before = clock.instant().minus(Duration.ofDays(30));
    all().stream().filter(token -> token.isOver(before)).forEach(this::endSoon);
    removeLeft();
  }
}
