package plenum.account.guest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import plenum.account.Cookies;
import plenum.identity.DisplayName;
import plenum.identity.Identity;
import plenum.identity.InvalidName;
import plenum.identity.PersonId;
import plenum.identity.Secrets;

/**
 * The cookie {@code plenum-guest} of a browser in which somebody came by a guest link: {@code
 * <link>.<person>.<name>.<issued>.<signature>}, as that of {@link plenum.identity.IdentityCookie}
 * is made, by another key.
 */
public final class GuestCookie {

  /** The cookie's name. */
  public static final String NAME = "plenum-guest";

  /** Who came by which link. */
  public record Stay(String link, Identity identity) {}

  private final byte[] key;

  public GuestCookie(Secrets secrets) {
    this.key = secrets.key("guest cookie");
  }

  /** The cookie's value. */
  public String value(Stay stay) {
    String name = stay.identity().name().map(DisplayName::value).orElse("");
    String body =
        String.join(
            ".",
            stay.link(),
            stay.identity().id().value(),
            base64(name.getBytes(StandardCharsets.UTF_8)),
            Long.toString(stay.identity().issued().getEpochSecond()));
    return body + "." + signature(body);
  }

  /** Who came by which link, whether that is good still or not; empty for a value of others. */
  public Optional<Stay> read(List<String> headers) {
    return Cookies.read(headers, NAME).flatMap(this::read);
  }

  private Optional<Stay> read(String value) {
    int end = value.lastIndexOf('.');
    if (end < 0 || !isSigned(value, end)) {
      return Optional.empty();
    }
    String[] parts = value.substring(0, end).split("\\.", -1);
    try {
      return parts.length == 4 ? Optional.of(stay(parts)) : Optional.empty();
    } catch (IllegalArgumentException | InvalidName older) {
      return Optional.empty(); // Signed by this server, but by a version with other rules.
    }
  }

  private static Stay stay(String[] parts) {
    String name = new String(Base64.getUrlDecoder().decode(parts[2]), StandardCharsets.UTF_8);
    return new Stay(
        parts[0],
        new Identity(
            new PersonId(parts[1]),
            name.isEmpty() ? Optional.empty() : Optional.of(DisplayName.of(name)),
            Instant.ofEpochSecond(Long.parseLong(parts[3]))));
  }

  private boolean isSigned(String value, int end) {
    return MessageDigest.isEqual(
        signature(value.substring(0, end)).getBytes(StandardCharsets.US_ASCII),
        value.substring(end + 1).getBytes(StandardCharsets.UTF_8));
  }

  private String signature(String body) {
    return base64(Secrets.hmac(key, body.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
