package plenum.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Addresses that pages use instead of their own origin, {@code plenum.browser.*-address}.
 *
 * @param publish where offers to publish go
 * @param play where offers to play go
 * @param api where {@code /api} is
 * @param signal where {@code /signal} is, {@code ws} or {@code wss}
 */
public record BrowserSettings(
    Optional<String> publish,
    Optional<String> play,
    Optional<String> api,
    Optional<String> signal) {

  static BrowserSettings from(SettingsSource source) {
    return new BrowserSettings(
        address(source, "plenum.browser.publish-address", "http"),
        address(source, "plenum.browser.play-address", "http"),
        address(source, "plenum.browser.api-address", "http"),
        address(source, "plenum.browser.signal-address", "ws"));
  }

  /** Without a path or a last slash, so that a path can follow. */
  private static Optional<String> address(SettingsSource source, String name, String scheme) {
    Optional<String> text = source.text(name);
    text.filter(value -> !isBase(value, scheme, ""))
        .ifPresent(
            value -> {
              throw new InvalidSetting(
                  name, value, "a bare address such as %ss://media.example".formatted(scheme));
            });
    return text;
  }

  /** Perhaps with a path, but without a last slash, so that more can follow. */
  static Optional<String> addressAndPath(SettingsSource source, String name) {
    Optional<String> text = source.text(name);
    text.filter(value -> !isBase(value, "http", "(/[A-Za-z0-9._~-]+)*"))
        .ifPresent(
            value -> {
              throw new InvalidSetting(
                  name, value, "an address such as https://media.example/pull");
            });
    return text;
  }

  private static boolean isBase(String text, String scheme, String path) {
    try {
      URI uri = URI.create(text);
      boolean rightScheme =
          scheme.equals(uri.getScheme()) || (scheme + "s").equals(uri.getScheme());
      return rightScheme
          && uri.getHost() != null
          && uri.getRawPath().matches(path)
          && uri.getRawQuery() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
