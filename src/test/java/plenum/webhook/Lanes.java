package plenum.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import plenum.identity.Secrets;
import plenum.settings.Network;
import plenum.settings.WebhookSettings;
import plenum.testing.ManualTimers;

/** What tests of webhooks share. */
final class Lanes {

  static final SecretSeal SEAL =
      new SecretSeal(new Secrets("a secret of the site, long enough").key("webhooks"));

  private Lanes() {}

  static WebhookSettings settings(int most, int waiting, int attempts, List<Network> special) {
    return settings(most, waiting, attempts, Duration.ofSeconds(30), special);
  }

  static WebhookSettings settings(
      int most, int waiting, int attempts, Duration timeout, List<Network> special) {
    return new WebhookSettings(
        most, waiting, attempts, Duration.ofSeconds(10), timeout, special, Optional.empty());
  }

  static Lane.Surroundings around(
      WebhookSettings settings, Sender sender, ManualTimers timers, Executor threads) {
    return new Lane.Surroundings(
        settings, SEAL, sender, timers, threads, Clock.systemUTC(), timers::nanoTime);
  }

  static Webhook webhook(URI address) {
    String id = "webhook";
    return new Webhook(
        id,
        address,
        Set.of(WebhookEvent.values()),
        SEAL.seal(SecretSeal.fresh(), id),
        Instant.EPOCH);
  }

  static Message message(String event) {
    return Message.of(event, Instant.EPOCH, jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
  }

  /** One try, as a sender gets it. */
  record Sent(Map<String, String> headers, String body) {}
}
