package plenum.account.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.lang.System.Logger.Level;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads access tokens that are JWTs (RFC 9068, and Keycloak's): of a client without further
 * settings, Keycloak tells the roles there alone.
 */
final class AccessTokens {

  private static final System.Logger LOG = System.getLogger(AccessTokens.class.getName());

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
  private final String client;

  /**
   * @param keys the provider's
   * @param skew by how many seconds clocks may differ
   */
  AccessTokens(Issuer issuer, ClientID client, JWSKeySelector<SecurityContext> keys, int skew) {
    this.client = client.getValue();
    tokens.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    tokens.setJWSKeySelector(keys);
    var verifier =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            new JWTClaimsSet.Builder().issuer(issuer.getValue()).build(), Set.of("sub", "exp"));
    verifier.setMaxClockSkew(skew);
    tokens.setJWTClaimsSetVerifier(verifier);
  }

  /**
   * What it says.
   *
   * @param person of whom it has to be
   * @return nothing when it is for others' eyes, not of the provider's, of somebody else, or was
   *     not made for this site
   * @throws JWKSetUnavailableException when the provider does not tell its keys: who has groups is
   *     not let in without them
   */
  Claims said(AccessToken token, Subject person) throws JWKSetUnavailableException {
    try {
      JWTClaimsSet said = tokens.process(token.getValue(), null);
      boolean isHere = said.getSubject().equals(person.getValue()) && isForThisSite(said);
      return new Claims(isHere ? said.getClaims() : Map.of());
    } catch (JWKSetUnavailableException keyless) {
      throw keyless;
    } catch (ParseException | BadJOSEException | JOSEException others) {
      LOG.log(Level.DEBUG, "The access token is not read: {0}", others.getMessage());
      return new Claims(Map.of());
    }
  }

  private boolean isForThisSite(JWTClaimsSet said) {
    return Optional.ofNullable(said.getClaim("azp"))
        .or(() -> Optional.ofNullable(said.getClaim("client_id")))
        .map(client::equals)
        .orElseGet(() -> said.getAudience().contains(client));
  }
}
