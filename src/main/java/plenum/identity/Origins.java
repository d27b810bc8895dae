package plenum.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import plenum.settings.IdentitySettings;

/**
 * Which pages may speak to this server (RFC 6454). A request without an {@code Origin} does not
 * come from a page of another site: browsers send the header with every such request.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class Origins {

  private final Set<String> permitted;

  /** For the container's proxy only. */
  protected Origins() {
    this.permitted = Set.of();
  }

  @Inject
  public Origins(IdentitySettings settings) {
    this.permitted = settings.origins().stream().map(Origins::plain).collect(Collectors.toSet());
  }

  /**
   * Whether it is this site's, or one of those that the operator listed.
   *
   * @param origin the {@code Origin} header
   * @param host the {@code Host} header
   */
  public boolean permits(String origin, String host) {
    return isOwn(origin, host) || permitted.contains(plain(origin));
  }

  /**
   * Whether it is this site's.
   *
   * @param origin the {@code Origin} header
   * @param host the {@code Host} header
   */
  public boolean isOwn(String origin, String host) {
    String asked = plain(origin);
    int scheme = asked.indexOf("://");
    return scheme >= 0 // "null" and garbage have none
        && asked.equals(plain(asked.substring(0, scheme + 3) + host));
  }

  /** In lower case and without the scheme's own port. */
  private static String plain(String origin) {
    String lower = origin.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("http://") && lower.endsWith(":80")) {
      return lower.substring(0, lower.length() - 3);
    }
    if (lower.startsWith("https://") && lower.endsWith(":443")) {
      return lower.substring(0, lower.length() - 4);
    }
    return lower;
  }
}
