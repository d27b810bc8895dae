package plenum.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import plenum.settings.SiteSettings;

/**
 * The cookie {@code plenum}: {@code 1.<id>.<name>.<issued>.<signature>}, where the name is
 * base64url of UTF-8, issued is in seconds of Unix time, and the signature is HMAC-SHA256 of what
 * stands before it.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class IdentityCookie {

  /** The cookie's name. */
  public static final String NAME = "plenum";

  private static final Duration LIFETIME = Duration.ofDays(365);
  private static final Duration FRESH = Duration.ofDays(1);
  private static final int LONGEST = 600;
  private static final String VERSION = "1";

  private final byte[] key;
  private final String path;
  private final Clock clock;

  /** For the container's proxy only. */
  protected IdentityCookie() {
    this.key = new byte[0];
    this.path = "/";
    this.clock = Clock.systemUTC();
  }

  @Inject
  public IdentityCookie(Secrets secrets, SiteSettings site) {
    this(secrets, site, Clock.systemUTC());
  }

  public IdentityCookie(Secrets secrets, SiteSettings site, Clock clock) {
    this.key = secrets.key("identity cookie");
    this.path = site.path("/");
    this.clock = clock;
  }

  /** Somebody who was never here before. */
  public Identity stranger() {
    return new Identity(PersonId.fresh(), Optional.empty(), clock.instant());
  }

  /** The same person under a new name. */
  public Identity named(Identity identity, DisplayName name) {
    return identity.named(name, clock.instant());
  }

  /** The same person with a cookie that starts its year anew. */
  public Identity renewed(Identity identity) {
    return new Identity(identity.id(), identity.name(), clock.instant());
  }

  /** Whether the cookie was issued so long ago that the browser should get a new one. */
  public boolean isStale(Identity identity) {
    return Duration.between(identity.issued(), clock.instant()).compareTo(FRESH) > 0;
  }

  /** The cookie's value. */
  public String value(Identity identity) {
    String name = identity.name().map(DisplayName::value).orElse("");
    String body =
        String.join(
            ".",
            VERSION,
            identity.id().value(),
            base64(name.getBytes(StandardCharsets.UTF_8)),
            Long.toString(identity.issued().getEpochSecond()));
    return body + "." + signature(body);
  }

  /**
   * The value of a {@code Set-Cookie} header.
   *
   * @param secure whether the browser came by https
   */
  public String header(Identity identity, boolean secure) {
    return NAME
        + "="
        + value(identity)
        + "; Path="
        + path
        + "; Max-Age="
        + LIFETIME.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  /** Who it is; empty when the value was not made with this server's key or is too old. */
  public Optional<Identity> read(String value) {
    int end = value.lastIndexOf('.');
    if (end < 0 || value.length() > LONGEST || !isSigned(value, end)) {
      return Optional.empty();
    }
    String[] parts = value.substring(0, end).split("\\.", -1);
    return parts.length == 4 && parts[0].equals(VERSION) ? identity(parts) : Optional.empty();
  }

  /** Who it is by a request's {@code Cookie} header (RFC 6265, section 4.2). */
  public Optional<Identity> readHeader(String header) {
    for (String pair : header.split(";")) {
      String text = pair.strip();
      if (text.startsWith(NAME + "=")) {
        Optional<Identity> identity = read(text.substring(NAME.length() + 1));
        if (identity.isPresent()) {
          return identity;
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSigned(String value, int end) {
    return MessageDigest.isEqual(
        signature(value.substring(0, end)).getBytes(StandardCharsets.US_ASCII),
        value.substring(end + 1).getBytes(StandardCharsets.UTF_8));
  }

  private Optional<Identity> identity(String[] parts) {
    try {
      String name = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
      Instant issued = Instant.ofEpochSecond(Long.parseLong(parts[3]));
      if (issued.plus(LIFETIME).isBefore(clock.instant())) {
        return Optional.empty();
      }
      Optional<DisplayName> chosen =
          name.isEmpty() ? Optional.empty() : Optional.of(DisplayName.of(name));
      return Optional.of(new Identity(new PersonId(parts[1]), chosen, issued));
    } catch (IllegalArgumentException | DateTimeException | InvalidName older) {
      // Signed by this server, but by a version with other rules: a stranger again.
      return Optional.empty();
    }
  }

  private String signature(String body) {
    return base64(Secrets.hmac(key, body.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
