package plenum.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How other servers are told what happens.
 *
 * @param most how many webhooks there may be ({@code plenum.webhooks.most}); 0 for none
 * @param waiting messages that may wait for one of them ({@code plenum.webhooks.waiting})
 * @param attempts how often a message is tried ({@code plenum.webhooks.attempts})
 * @param pause before the second try; doubled before each other ({@code plenum.webhooks.pause})
 * @param timeout how long one try may take ({@code plenum.webhooks.timeout})
 * @param special networks of special addresses to which messages may go all the same, such as those
 *     of this machine itself ({@code plenum.webhooks.special})
 * @param authority certificates that are believed, PEM; empty: those that Java trusts ({@code
 *     plenum.webhooks.ca-file})
 */
public record WebhookSettings(
    int most,
    int waiting,
    int attempts,
    Duration pause,
    Duration timeout,
    List<Network> special,
    Optional<Path> authority) {

  private static final Duration SECOND = Duration.ofSeconds(1);

  public WebhookSettings {
    special = List.copyOf(special);
  }

  static WebhookSettings from(SettingsSource source) {
    return new WebhookSettings(
        source.number("plenum.webhooks.most", 0, 100),
        source.number("plenum.webhooks.waiting", 1, 100_000),
        source.number("plenum.webhooks.attempts", 1, 20),
        source.duration("plenum.webhooks.pause", Duration.ofMillis(10), Duration.ofHours(1)),
        source.duration("plenum.webhooks.timeout", SECOND, Duration.ofMinutes(1)),
        Network.list(source, "plenum.webhooks.special"),
        source.file("plenum.webhooks.ca-file"));
  }
}
