package plenum.settings;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Where records are kept.
 *
 * @param url of the database, {@code jdbc:postgresql://HOST/DATABASE}; empty for a file in the data
 *     directory ({@code plenum.store.url})
 * @param username by which Plenum signs in ({@code plenum.store.username})
 * @param password of that one ({@code plenum.store.password}, or the content of the file that
 *     {@code plenum.store.password-file} names)
 * @param connections at the same time ({@code plenum.store.connections})
 * @param startWait how long a start waits for a database that does not answer ({@code
 *     plenum.store.start-wait})
 * @param answerTime how long one answer of the database may take ({@code plenum.store.answer-time})
 * @param waiting records that wait while the database is away ({@code plenum.store.waiting})
 */
public record DatabaseSettings(
    Optional<String> url,
    String username,
    String password,
    int connections,
    Duration startWait,
    Duration answerTime,
    int waiting) {

  private static final String POSTGRESQL = "jdbc:postgresql:";

  public DatabaseSettings {
    Objects.requireNonNull(url, "no database of its own is empty");
    Objects.requireNonNull(username, "no name is empty");
    Objects.requireNonNull(password, "no password is empty");
  }

  /** Reads them. */
  public static DatabaseSettings from(SettingsSource source) {
    Optional<String> url = source.text("plenum.store.url");
    url.filter(text -> !text.startsWith(POSTGRESQL))
        .ifPresent(
            other -> {
              throw new InvalidSetting(
                  "plenum.store.url",
                  withoutSecrets(other),
                  "empty, or such as jdbc:postgresql://host:5432/plenum");
            });
    return new DatabaseSettings(
        url,
        source.text("plenum.store.username").orElse(""),
        password(source),
        source.number("plenum.store.connections", 2, 100),
        source.duration("plenum.store.start-wait", Duration.ZERO, Duration.ofHours(1)),
        source.duration("plenum.store.answer-time", Duration.ofSeconds(1), Duration.ofMinutes(10)),
        source.number("plenum.store.waiting", 100, 10_000_000));
  }

  /**
   * A URL as it can be shown: one may have a password behind its question mark, and somebody may
   * have written one before the host.
   */
  public static String withoutSecrets(String url) {
    return url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
  }

  private static String password(SettingsSource source) {
    return source
        .fileContent("plenum.store.password-file")
        .or(() -> source.secret("plenum.store.password"))
        .orElse("");
  }

  /** Nobody wants to read a password in a log. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + url.map(DatabaseSettings::withoutSecrets).orElse("file") + "]";
  }
}
