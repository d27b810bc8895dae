package plenum.webhook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps webhooks as long as the test. */
final class MemoryWebhookStore implements WebhookStore {

  final Map<String, Webhook> kept = new ConcurrentHashMap<>();

  @Override
  public List<Webhook> all() {
    return List.copyOf(kept.values());
  }

  @Override
  public void add(Webhook webhook) {
    kept.put(webhook.id(), webhook);
  }

  @Override
  public void change(Webhook webhook) {
    kept.replace(webhook.id(), webhook);
  }

  @Override
  public void remove(String id) {
    kept.remove(id);
  }
}
