package plenum.database.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.webhook.Webhook;
import plenum.webhook.WebhookEvent;

class JpaWebhookStoreTest extends WithDatabase {

  private JpaWebhookStore webhooks;

  @Override
  protected void opened() {
    webhooks = new JpaWebhookStore(database);
  }

  private static Webhook webhook(String id, WebhookEvent... events) {
    return new Webhook(
        id,
        URI.create("https://" + "x".repeat(900) + ".example/hook?key=%22"),
        Set.of(events),
        "+/=".repeat(60),
        Instant.parse("2026-10-25T00:30:05Z"));
  }

  @Test
  void keepsEverythingOfAWebhookUntilItIsRemoved() {
    Webhook one = webhook("one", WebhookEvent.ROOM_OPENED);
    Webhook all = webhook("all", WebhookEvent.values());
    List.of(one, all, webhook("gone", WebhookEvent.CALL_ENDED)).forEach(webhooks::add);
    webhooks.remove("gone");
    webhooks.remove("never there");
    Webhook moved =
        new Webhook(
            "one",
            URI.create("http://moved.example/"),
            Set.of(WebhookEvent.CALL_ENDED, WebhookEvent.QUALITY_BAD),
            one.sealed(),
            one.made());
    webhooks.change(moved);
    webhooks.change(webhook("never there", WebhookEvent.CALL_ENDED));
    restart();
    assertEquals(Set.of(moved, all), new HashSet<>(webhooks.all()));
  }
}
