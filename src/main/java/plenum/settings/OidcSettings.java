package plenum.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The provider who knows people, with {@code plenum.identity.mode=oidc} (OpenID Connect Core 1.0).
 *
 * @param issuer below whose address everything else is found ({@code plenum.oidc.issuer})
 * @param client who Plenum is there ({@code plenum.oidc.client-id})
 * @param secret by what it proves that ({@code plenum.oidc.client-secret}, or a file with it);
 *     empty for a public client
 * @param clientAuth how the secret is shown at the token endpoint ({@code plenum.oidc.client-auth})
 * @param scopes what is asked for ({@code plenum.oidc.scopes})
 * @param loginClaim what is shown as the login name ({@code plenum.oidc.login-claim})
 * @param nameClaim how people are called ({@code plenum.oidc.name-claim})
 * @param groupsClaim in which groups or roles are; dots lead into it ({@code
 *     plenum.oidc.groups-claim})
 * @param skew by how much clocks may differ ({@code plenum.oidc.clock-skew})
 * @param patience for a connection, and for each answer ({@code plenum.oidc.time-out})
 * @param authority certificates in PEM of who vouches for the provider ({@code
 *     plenum.oidc.ca-file}); empty: those that Java trusts
 * @param site under which address browsers come back ({@code plenum.oidc.site}); empty: that by
 *     which they came
 */
public record OidcSettings(
    Optional<URI> issuer,
    String client,
    Optional<String> secret,
    ClientAuth clientAuth,
    List<String> scopes,
    String loginClaim,
    String nameClaim,
    String groupsClaim,
    Duration skew,
    Duration patience,
    Optional<Path> authority,
    Optional<URI> site) {

  /** How a client shows its secret (OpenID Connect Core 1.0, section 9). */
  public enum ClientAuth {
    /** In a header, unless the provider's discovery names the body alone. */
    DISCOVERED,
    /** In a header: {@code client_secret_basic}. */
    BASIC,
    /** In the body: {@code client_secret_post}. */
    POST
  }

  public OidcSettings {
    scopes = List.copyOf(scopes);
  }

  /** Read in any mode, so that a wrong one is told at once. */
  static OidcSettings from(SettingsSource source) {
    return new OidcSettings(
        source.text("plenum.oidc.issuer").map(text -> web("plenum.oidc.issuer", text)),
        source.text("plenum.oidc.client-id").orElse(""),
        secret(source),
        source.choice("plenum.oidc.client-auth", ClientAuth.class),
        source.list("plenum.oidc.scopes"),
        source.requiredText("plenum.oidc.login-claim"),
        source.requiredText("plenum.oidc.name-claim"),
        source.requiredText("plenum.oidc.groups-claim"),
        source.duration("plenum.oidc.clock-skew", Duration.ZERO, Duration.ofMinutes(10)),
        source.duration("plenum.oidc.time-out", Duration.ofMillis(100), Duration.ofMinutes(1)),
        source.file("plenum.oidc.ca-file"),
        source.text("plenum.oidc.site").map(text -> web("plenum.oidc.site", text)));
  }

  private static URI web(String name, String text) {
    try {
      URI address = URI.create(text);
      boolean here = "localhost".equals(address.getHost());
      if (address.getHost() != null
          && ("https".equals(address.getScheme()) || here && "http".equals(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException malformed) {
      // Told below.
    }
    throw new InvalidSetting(name, text, "an address such as https://login.corp.example");
  }

  private static Optional<String> secret(SettingsSource source) {
    return source
        .secret("plenum.oidc.client-secret")
        .or(() -> source.fileContent("plenum.oidc.client-secret-file"));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", client=" + client + "]";
  }
}
