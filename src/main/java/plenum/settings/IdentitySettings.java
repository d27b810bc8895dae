package plenum.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How browsers are recognised.
 *
 * @param secret what cookies and tickets are signed with ({@code plenum.secret}); empty: made at
 *     the first start and kept in the data directory
 * @param origins origins besides this host that may use the doors ({@code plenum.signal.origins})
 */
public record IdentitySettings(Optional<String> secret, Set<String> origins) {

  /** Characters of a secret at least. */
  public static final int SHORTEST_SECRET = 32;

  public IdentitySettings {
    origins = Set.copyOf(origins);
  }

  /**
   * @throws InvalidSetting if one of them cannot be used
   */
  public static IdentitySettings from(SettingsSource source) {
    Optional<String> secret = source.secret("plenum.secret");
    if (secret.isPresent() && secret.get().length() < SHORTEST_SECRET) {
      throw new InvalidSetting("plenum.secret", "***", "at least 32 characters long");
    }
    return new IdentitySettings(secret, origins(source.list("plenum.signal.origins")));
  }

  private static Set<String> origins(List<String> values) {
    return values.stream().map(IdentitySettings::origin).collect(Collectors.toSet());
  }

  private static String origin(String value) {
    try {
      URI uri = URI.create(value);
      if (uri.getScheme() != null && uri.getHost() != null && uri.getRawPath().isEmpty()) {
        return value;
      }
    } catch (IllegalArgumentException malformed) {
      // Told below.
    }
    throw new InvalidSetting(
        "plenum.signal.origins", value, "a list of origins such as https://portal.example");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "IdentitySettings[origins=" + origins + "]";
  }
}
