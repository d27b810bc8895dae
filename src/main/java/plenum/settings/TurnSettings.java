package plenum.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * TURN servers (RFC 8656) by which browsers may reach the media node, {@code plenum.media.turn.*};
 * explained in {@code docs/operations/firewalls.md}.
 *
 * @param urls where they are (RFC 7065); empty: there are none
 * @param secret what they share with Plenum; empty only without servers
 * @param lifetime of the credentials that browsers are given
 */
public record TurnSettings(List<String> urls, String secret, Duration lifetime) {

  private static final String URLS = "plenum.media.turn.urls";
  private static final String SECRET = "plenum.media.turn.secret";
  private static final String FILE = "plenum.media.turn.secret-file";

  private static final Pattern URL =
      Pattern.compile(
          "turns?:([a-zA-Z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?(\\?transport=(udp|tcp))?");

  public TurnSettings {
    urls = List.copyOf(urls);
  }

  static TurnSettings from(SettingsSource source) {
    List<String> urls = source.list(URLS);
    for (String url : urls) {
      if (!URL.matcher(url).matches()) {
        throw new InvalidSetting(URLS, url, "an address such as turn:10.0.0.7:3478?transport=tcp");
      }
    }
    Optional<String> secret = source.secret(SECRET).or(() -> secretOfFile(source));
    if (!urls.isEmpty() && secret.isEmpty()) {
      throw new InvalidSetting(SECRET, "", "given, or a file with it named by " + FILE);
    }
    return new TurnSettings(
        urls,
        secret.orElse(""),
        source.duration("plenum.media.turn.ttl", Duration.ofMinutes(1), Duration.ofDays(30)));
  }

  private static Optional<String> secretOfFile(SettingsSource source) {
    Optional<String> secret = source.fileContent(FILE);
    if (secret.filter(String::isEmpty).isPresent()) {
      throw new InvalidSetting(FILE, source.requiredText(FILE), "a file with the secret in it");
    }
    return secret;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "TurnSettings[urls=" + urls + ", lifetime=" + lifetime + "]";
  }
}
