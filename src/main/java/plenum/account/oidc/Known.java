package plenum.account.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.JWTProcessor;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.settings.OidcSettings;

/**
 * What is known of a provider.
 *
 * @param metadata where it does what
 * @param tokens looks who is told of
 * @param access reads what else is said of a person
 * @param logouts looks whose logins are over
 */
record Known(
    OIDCProviderMetadata metadata,
    IDTokenValidator tokens,
    AccessTokens access,
    JWTProcessor<SecurityContext> logouts) {

  /** The keys are asked for twice in this time at most: anybody may name an unknown one. */
  private static final Duration KEYS_APART = Duration.ofSeconds(5);

  /**
   * Asks it.
   *
   * @throws GeneralException when what it says is of no use
   * @throws IOException when it does not answer
   */
  static Known of(OidcSettings settings, Trusted trusted) throws GeneralException, IOException {
    OIDCProviderMetadata metadata = metadata(new Issuer(settings.issuer().orElseThrow()), trusted);
    JWSKeySelector<SecurityContext> keys = keys(metadata, trusted);
    ClientID client = new ClientID(settings.client());
    int skew = (int) settings.skew().toSeconds();
    IDTokenValidator tokens = new IDTokenValidator(metadata.getIssuer(), client, keys, null);
    tokens.setMaxClockSkew(skew);
    JWTProcessor<SecurityContext> logouts =
        LogoutTokens.by(metadata.getIssuer(), client, keys, skew);
    AccessTokens access = new AccessTokens(metadata.getIssuer(), client, keys, skew);
    return new Known(metadata, tokens, access, logouts);
  }

  /** OpenID Connect Discovery 1.0, section 4.3: it has to be of that issuer. */
  private static OIDCProviderMetadata metadata(Issuer issuer, Trusted trusted)
      throws GeneralException, IOException {
    HTTPResponse answer = trusted.published(OIDCProviderMetadata.resolveURL(issuer));
    answer.ensureStatusCode(HTTPResponse.SC_OK);
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.getBodyAsJSONObject());
    if (!issuer.equals(metadata.getIssuer())) {
      throw new GeneralException("it is another issuer, " + metadata.getIssuer());
    }
    return metadata;
  }

  /** Keys are fetched, and fetched again when a token is signed by one that is not known. */
  private static JWSKeySelector<SecurityContext> keys(
      OIDCProviderMetadata metadata, Trusted trusted) throws IOException {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), trusted::keys)
            .rateLimited(KEYS_APART.toMillis())
            .build();
    return new JWSVerificationKeySelector<>(algorithms(metadata), keys);
  }

  /** Those by keys that the provider alone has. */
  private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
    Set<JWSAlgorithm> algorithms =
        new HashSet<>(
            Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256)));
    algorithms.removeIf(one -> !JWSAlgorithm.Family.SIGNATURE.contains(one));
    return algorithms.isEmpty() ? Set.of(JWSAlgorithm.RS256) : algorithms;
  }
}
