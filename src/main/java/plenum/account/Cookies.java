package plenum.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookies of a login, beside that of {@link plenum.identity.IdentityCookie}. */
public final class Cookies {

  /** That of a login: its token. */
  public static final String LOGIN = "plenum-login";

  /** That of a known device. */
  public static final String DEVICE = "plenum-device";

  private static final int LONGEST = 3000;

  private Cookies() {}

  /** The values of a cookie in {@code Cookie} headers (RFC 6265, section 4.2). */
  public static Optional<String> read(List<String> headers, String name) {
    return headers.stream()
        .flatMap(header -> Stream.of(header.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> pair.substring(name.length() + 1))
        .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
        .findFirst();
  }

  /**
   * The value of a {@code Set-Cookie} header.
   *
   * @param age how long the browser keeps it; zero: not at all
   * @param secure whether the browser came by https
   */
  public static String header(
      String name, String value, String path, Duration age, boolean secure) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Lax%s"
        .formatted(name, value, path, age.toSeconds(), secure ? "; Secure" : "");
  }
}
