package plenum.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenClaimsVerifier;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import plenum.time.Stopwatch;

/**
 * Looks at logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.6), each of which is
 * good once and for a short time. Thread-safe.
 */
final class LogoutTokens {

  /** How old one may be; the standard recommends two minutes. */
  private static final Duration OLDEST = Duration.ofMinutes(2);

  private static final int MOST = 10_000;
  private static final int LONGEST = 20_000;

  private final LongSupplier nanoTime;

  /** Those that were here lately, by their id; the first came first. */
  private final Map<String, Stopwatch> seen = new LinkedHashMap<>();

  /**
   * @param nanoTime as {@link System#nanoTime}
   */
  LogoutTokens(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Whoever looks at their signatures and claims. Drafts of the standard asked for no {@code exp},
   * and some providers tell none to this day: such a token ends as soon as any other is too old.
   *
   * @param keys the provider's
   * @param skew by how many seconds clocks may differ
   */
  static JWTProcessor<SecurityContext> by(
      Issuer issuer, ClientID client, JWSKeySelector<SecurityContext> keys, int skew) {
    LogoutTokenClaimsVerifier claims = new LogoutTokenClaimsVerifier(issuer, client);
    claims.setMaxClockSkew(skew);
    DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
    tokens.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(LogoutTokenValidator.TYPE, JOSEObjectType.JWT, null));
    tokens.setJWSKeySelector(keys);
    tokens.setJWTClaimsSetVerifier((said, none) -> claims.verify(ending(said), none));
    return tokens;
  }

  private static JWTClaimsSet ending(JWTClaimsSet said) {
    boolean isOpen = said.getExpirationTime() == null && said.getIssueTime() != null;
    return isOpen
        ? new JWTClaimsSet.Builder(said)
            .expirationTime(Date.from(said.getIssueTime().toInstant().plus(OLDEST)))
            .build()
        : said;
  }

  /**
   * What a token says.
   *
   * @param skew by how much clocks may differ
   * @throws ParseException when it is no signed token
   * @throws BadJOSEException when it is not the provider's, not for this site, no logout, too old,
   *     or was here before
   */
  LogoutTokenClaimsSet taken(String token, Known provider, Duration skew)
      throws ParseException, BadJOSEException, JOSEException {
    if (token.length() > LONGEST) {
      throw new ParseException("it is too long", 0);
    }
    LogoutTokenClaimsSet said = read(provider.logouts().process(SignedJWT.parse(token), null));
    Instant made = said.getIssueTime().toInstant();
    Duration age = Duration.between(made, Instant.now());
    if (age.compareTo(OLDEST.plus(skew)) > 0 || age.negated().compareTo(skew) > 0) {
      throw new BadJOSEException("it is of another time");
    }
    if (!isNew(said.getJWTID().getValue(), OLDEST.plus(skew).plus(skew))) {
      throw new BadJOSEException("it was here before");
    }
    return said;
  }

  private static LogoutTokenClaimsSet read(JWTClaimsSet said) throws BadJOSEException {
    try {
      return new LogoutTokenClaimsSet(ending(said));
    } catch (com.nimbusds.oauth2.sdk.ParseException incomplete) {
      throw new BadJOSEException(incomplete.getMessage(), incomplete);
    }
  }

  private synchronized boolean isNew(String id, Duration remembered) {
    Iterator<Stopwatch> oldest = seen.values().iterator();
    while (oldest.hasNext() && oldest.next().passed().compareTo(remembered) > 0) {
      oldest.remove();
    }
    boolean isNew = seen.putIfAbsent(id, Stopwatch.start(nanoTime)) == null;
    if (seen.size() > MOST) {
      seen.remove(seen.keySet().iterator().next());
    }
    return isNew;
  }
}
