package plenum.account.token;

import plenum.identity.Scope;
import plenum.text.Refused;
import plenum.text.Sentence;

/** Something about a program's token is not possible. */
public final class TokenRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** None of ours, revoked, or its maker looks after the site no longer. */
    TOKEN_INVALID(401),
    /** Its time is over. */
    TOKEN_EXPIRED(401),
    /** Too many that were wrong came from there. */
    TOKEN_SLOWED(429),
    /** It does not have this part of its maker's rights. */
    SCOPE_MISSING(403),
    /** Programs make no tokens and webhooks. */
    PERSONS_ONLY(403),
    /** As many are good as may be. */
    TOO_MANY_TOKENS(409),
    /** No name, or one that cannot be read. */
    TOKEN_NAME(400),
    /** It would open nothing. */
    TOKEN_SCOPES(400),
    /** Nobody may make one for such a time. */
    TOKEN_TIME(400),
    /** There is none of this id. */
    NO_SUCH_TOKEN(404);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  TokenRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** It does not have this part of its maker's rights. */
  public static TokenRefused lacks(Scope scope) {
    return new TokenRefused(Reason.SCOPE_MISSING, "scope-missing", scope.word());
  }

  /** It is to open something that nobody knows here. */
  public static TokenRefused unknownScope(String word) {
    return new TokenRefused(Reason.TOKEN_SCOPES, "token-scopes.unknown", word);
  }

  /**
   * Too many that were wrong came from there.
   *
   * @param seconds how long to wait
   */
  public static TokenRefused slowed(long seconds) {
    return new TokenRefused(Reason.TOKEN_SLOWED, "token-slowed", seconds);
  }

  /** Programs make no tokens and webhooks. */
  public static TokenRefused personsOnly() {
    return new TokenRefused(Reason.PERSONS_ONLY, "persons-only");
  }

  /** None of ours, revoked, or its maker looks after the site no longer. */
  public static TokenRefused unknown() {
    return new TokenRefused(Reason.TOKEN_INVALID, "token-invalid");
  }
}
