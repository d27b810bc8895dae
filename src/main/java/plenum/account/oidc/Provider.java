package plenum.account.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.account.AccountRefused;
import plenum.account.AccountRefused.Reason;
import plenum.settings.OidcSettings;
import plenum.time.Stopwatch;

/**
 * What the provider says of itself (OpenID Connect Discovery 1.0), asked when somebody first logs
 * in, and again after an hour: a provider that is down at Plenum's start is found later.
 */
final class Provider {

  /** What is known of it. */
  record Known(OIDCProviderMetadata metadata, IDTokenValidator tokens) {}

  private static final System.Logger LOG = System.getLogger(Provider.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);
  private static final int LONGEST_KEYS = 200_000;

  private final OidcSettings settings;
  private Optional<Known> known = Optional.empty();
  private Stopwatch since = Stopwatch.start(System::nanoTime);

  Provider(OidcSettings settings) {
    this.settings = settings;
  }

  /**
   * What is known; an old answer is better than none.
   *
   * @throws AccountRefused {@code login-busy} when the provider does not answer
   */
  synchronized Known known() {
    if (known.isEmpty() || since.passed().compareTo(FRESH) > 0) {
      known = asked().or(() -> known);
      since = Stopwatch.start(System::nanoTime);
    }
    return known.orElseThrow(() -> new AccountRefused(Reason.LOGIN_BUSY, "login-busy.provider"));
  }

  private Optional<Known> asked() {
    int patience = (int) settings.patience().toMillis();
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(settings.issuer().orElseThrow()), patience, patience);
      return Optional.of(new Known(metadata, validator(metadata)));
    } catch (GeneralException | IOException failed) {
      LOG.log(Level.WARNING, "The provider of logins does not answer: {0}", failed.getMessage());
      return Optional.empty();
    }
  }

  /** Keys are fetched, and fetched again when a token is signed by one that is not known. */
  private IDTokenValidator validator(OIDCProviderMetadata metadata) throws IOException {
    int patience = (int) settings.patience().toMillis();
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                metadata.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(patience, patience, LONGEST_KEYS))
            .build();
    IDTokenValidator validator =
        new IDTokenValidator(
            metadata.getIssuer(),
            new ClientID(settings.client()),
            new JWSVerificationKeySelector<>(algorithms(metadata), keys),
            null);
    validator.setMaxClockSkew((int) settings.skew().toSeconds());
    return validator;
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
