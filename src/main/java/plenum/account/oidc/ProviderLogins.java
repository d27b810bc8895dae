package plenum.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Identifier;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.account.LoginName;
import plenum.account.Outsider;
import plenum.settings.OidcSettings;

/** Sends browsers to the provider, and finds out who has come back. Waits for the provider. */
public final class ProviderLogins {

  private static final System.Logger LOG = System.getLogger(ProviderLogins.class.getName());

  /**
   * A browser is to go there.
   *
   * @param cookie with what it has to come back
   */
  public record Sent(URI address, String cookie) {}

  /**
   * Somebody came back.
   *
   * @param next where that one wanted to go, a path of this site
   * @param token by which the provider knows later whom to log out
   */
  public record Returned(Outsider person, String next, JWT token) {}

  /**
   * The provider says that logins are over.
   *
   * @param person by what that one's account is known; empty when it names the session alone
   * @param session one of the provider's; empty when all of the person's are over
   */
  public record LoggedOut(Optional<String> person, Optional<String> session) {}

  private final OidcSettings settings;
  private final LogoutTokens logouts = new LogoutTokens(System::nanoTime);
  private final Trusted trusted;
  private final Provider provider;

  /**
   * @throws plenum.settings.StartRefused when the authority's file cannot be used
   */
  public ProviderLogins(OidcSettings settings) {
    this.settings = settings;
    this.trusted = new Trusted(settings);
    this.provider = new Provider(settings, trusted);
  }

  Sent send(URI callback, String next) {
    return send(callback, next, System.nanoTime());
  }

  /**
   * Where a browser is to go.
   *
   * @param callback where it comes back
   * @param arrived when it came here, as of {@link System#nanoTime}
   * @throws AccountRefused {@code login-busy} when the provider does not answer
   */
  public Sent send(URI callback, String next, long arrived) {
    Journey journey = Journey.to(next);
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                new ClientID(settings.client()),
                callback)
            .endpointURI(provider.known(arrived).metadata().getAuthorizationEndpointURI())
            .state(journey.state())
            .nonce(journey.nonce())
            .codeChallenge(journey.verifier(), CodeChallengeMethod.S256)
            .build();
    return new Sent(request.toURI(), journey.written());
  }

  Returned take(URI callback, Map<String, String> query, String cookie) {
    return take(callback, query, cookie, System.nanoTime());
  }

  /**
   * Who has come back.
   *
   * @param callback as it was for {@link #send}
   * @param arrived when that one came here, as of {@link System#nanoTime}
   * @throws AccountRefused {@code login-failed} when the provider, or what came back, says no;
   *     {@code login-busy} when the provider does not answer
   */
  public Returned take(URI callback, Map<String, String> query, String cookie, long arrived) {
    Journey journey = Journey.read(cookie).orElseThrow(ProviderLogins::failed);
    if (!journey.state().getValue().equals(query.get("state")) || !query.containsKey("code")) {
      LOG.log(Level.INFO, "Somebody came back from the provider with {0}", query.get("error"));
      throw failed();
    }
    try {
      Known known = provider.known(arrived);
      OIDCTokens tokens = tokens(known.metadata(), callback, query.get("code"), journey);
      IDTokenClaimsSet said = said(known, tokens.getIDToken(), journey);
      Claims claims = claims(known.metadata(), tokens, said);
      Outsider person = outsider(said, claims, groups(known, tokens, said, claims));
      return new Returned(person, journey.next(), tokens.getIDToken());
    } catch (IOException | RateLimitReachedException away) {
      throw away(away);
    } catch (KeySourceException keyless) {
      provider.doubt();
      throw away(keyless);
    } catch (ParseException | BadJOSEException | JOSEException refused) {
      LOG.log(Level.WARNING, "What the provider says is not taken: {0}", refused.getMessage());
      provider.doubt();
      throw failed();
    }
  }

  private IDTokenClaimsSet said(Known known, JWT token, Journey journey)
      throws BadJOSEException, JOSEException {
    try {
      return known.tokens().validate(token, journey.nonce());
    } catch (BadJOSEException refused) {
      String clocks = Clocks.difference(token, settings.skew(), Instant.now());
      throw new BadJOSEException(refused.getMessage() + clocks, refused);
    }
  }

  private OIDCTokens tokens(
      OIDCProviderMetadata metadata, URI callback, String code, Journey journey)
      throws IOException, ParseException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(new AuthorizationCode(code), callback, journey.verifier());
    TokenResponse response =
        OIDCTokenResponseParser.parse(trusted.answer(request(metadata, grant).toHTTPRequest()));
    if (!response.indicatesSuccess()) {
      ErrorObject error = response.toErrorResponse().getErrorObject();
      String hint =
          OAuth2Error.INVALID_CLIENT.getCode().equals(error.getCode())
              ? "; is the client's secret right, and plenum.oidc.client-auth?"
              : "";
      throw new ParseException(error.getCode() + ", " + error.getDescription() + hint);
    }
    OIDCTokens tokens = ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    if (tokens.getIDToken() == null) {
      throw new ParseException("there is no ID token");
    }
    return tokens;
  }

  private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant) {
    URI address = metadata.getTokenEndpointURI();
    ClientID client = new ClientID(settings.client());
    if (settings.secret().isEmpty()) {
      return new TokenRequest.Builder(address, client, grant).build();
    }
    Secret secret = new Secret(settings.secret().get());
    return new TokenRequest.Builder(
            address,
            isInTheBody(metadata)
                ? new ClientSecretPost(client, secret)
                : new ClientSecretBasic(client, secret),
            grant)
        .build();
  }

  /** What a provider can do is known, not what it wants of this client: a setting may say. */
  private boolean isInTheBody(OIDCProviderMetadata metadata) {
    List<ClientAuthenticationMethod> ways =
        Optional.ofNullable(metadata.getTokenEndpointAuthMethods()).orElse(List.of());
    return switch (settings.clientAuth()) {
      case BASIC -> false;
      case POST -> true;
      case DISCOVERED ->
          !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
              && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    };
  }

  /** What the token does not say, the provider may when it is asked. */
  private Claims claims(OIDCProviderMetadata metadata, OIDCTokens tokens, IDTokenClaimsSet said)
      throws IOException, ParseException {
    Claims own = new Claims(said.toJSONObject());
    URI more = metadata.getUserInfoEndpointURI();
    boolean enough = own.has(settings.groupsClaim()) && own.has(settings.nameClaim());
    if (enough || more == null) {
      return own;
    }
    UserInfoRequest request = new UserInfoRequest(more, tokens.getBearerAccessToken());
    UserInfoResponse answer = UserInfoResponse.parse(trusted.answer(request.toHTTPRequest()));
    if (!answer.indicatesSuccess() || answer.toSuccessResponse().getUserInfo() == null) {
      return own;
    }
    var info = answer.toSuccessResponse().getUserInfo();
    if (!said.getSubject().equals(info.getSubject())) {
      throw new ParseException("the provider speaks of somebody else");
    }
    Map<String, Object> all = new HashMap<>(info.toJSONObject());
    all.putAll(own.all());
    return new Claims(all);
  }

  /** Where neither the token nor the answer has such a claim, the access token may. */
  private Set<String> groups(Known known, OIDCTokens tokens, IDTokenClaimsSet said, Claims claims)
      throws JWKSetUnavailableException {
    String name = settings.groupsClaim();
    return claims.has(name)
        ? claims.texts(name)
        : known.access().said(tokens.getAccessToken(), said.getSubject()).texts(name);
  }

  private Outsider outsider(IDTokenClaimsSet said, Claims claims, Set<String> groups) {
    String subject = said.getSubject().getValue();
    LoginName login =
        claims
            .text(settings.loginClaim())
            .flatMap(LoginName::typed)
            .or(() -> LoginName.like(subject))
            .orElseThrow(ProviderLogins::failed);
    return new Outsider(
        key(said.getIssuer(), subject),
        login,
        claims.text(settings.nameClaim()).orElse(login.value()),
        groups);
  }

  Optional<URI> logout(Optional<JWT> token, URI back) {
    return logout(token, back, System.nanoTime());
  }

  /**
   * Where a browser is to go so that the provider's login ends, too.
   *
   * @param token whose; empty when it is not known any more
   * @param back where it comes back
   * @param arrived when that one came here, as of {@link System#nanoTime}
   */
  public Optional<URI> logout(Optional<JWT> token, URI back, long arrived) {
    return Optional.ofNullable(provider.known(arrived).metadata().getEndSessionEndpointURI())
        .map(
            end ->
                new LogoutRequest(
                        end,
                        token.orElse(null),
                        null,
                        new ClientID(settings.client()),
                        back,
                        null,
                        null)
                    .toURI());
  }

  LoggedOut loggedOut(String token) {
    return loggedOut(token, System.nanoTime());
  }

  /**
   * Whose logins are over, by a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6).
   * Whoever sends one needs no login and can make it up: none makes the provider be doubted, which
   * would be asked anew for each.
   *
   * @param arrived when it came here, as of {@link System#nanoTime}
   * @throws AccountRefused {@code logout-invalid} when it is none of the provider's for this site,
   *     too old, or was here before; {@code login-busy} when the provider does not answer
   */
  public LoggedOut loggedOut(String token, long arrived) {
    try {
      LogoutTokenClaimsSet said = logouts.taken(token, provider.known(arrived), settings.skew());
      return new LoggedOut(
          Optional.ofNullable(said.getSubject())
              .map(subject -> key(said.getIssuer(), subject.getValue())),
          Optional.ofNullable(said.getSessionID()).map(Identifier::getValue));
    } catch (JWKSetUnavailableException keyless) {
      throw away(keyless);
    } catch (java.text.ParseException | BadJOSEException | JOSEException refused) {
      LOG.log(Level.WARNING, "A logout is not taken: {0}", reason(refused));
      throw new AccountRefused(Reason.LOGOUT_INVALID, "logout-invalid");
    }
  }

  /** The provider's session in which this token was made; empty when it names none. */
  public static Optional<String> session(JWT token) {
    try {
      return Optional.ofNullable(token.getJWTClaimsSet().getStringClaim("sid"));
    } catch (java.text.ParseException none) {
      return Optional.empty();
    }
  }

  private static String key(Issuer issuer, String subject) {
    return "oidc " + issuer + " " + subject;
  }

  private static AccountRefused away(Exception why) {
    LOG.log(Level.WARNING, "The provider of logins does not answer: {0}", reason(why));
    return new AccountRefused(Reason.LOGIN_BUSY, "login-busy.provider");
  }

  private static String reason(Exception why) {
    return why instanceof RateLimitReachedException
        ? "the key is not known, and all were asked for a moment ago"
        : why.getMessage();
  }

  private static AccountRefused failed() {
    return new AccountRefused(Reason.LOGIN_FAILED, "login-failed.provider");
  }
}
