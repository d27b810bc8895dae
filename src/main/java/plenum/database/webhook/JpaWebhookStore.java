package plenum.database.webhook;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plenum.database.Database;
import plenum.records.RecordsRefused;
import plenum.webhook.Webhook;
import plenum.webhook.WebhookStore;

/** Keeps webhooks in the database. */
public final class JpaWebhookStore implements WebhookStore {

  private final Database database;

  public JpaWebhookStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Webhook> all() {
    return database.read(WebhookRow::all).stream().map(WebhookRow::webhook).toList();
  }

  @Override
  public void add(Webhook webhook) {
    change(manager -> manager.persist(new WebhookRow(webhook)));
  }

  @Override
  public void change(Webhook webhook) {
    change(
        manager ->
            Optional.ofNullable(manager.find(WebhookRow.class, webhook.id()))
                .ifPresent(row -> row.change(webhook)));
  }

  @Override
  public void remove(String id) {
    change(
        manager ->
            manager
                .createQuery("delete from WebhookRow w where w.id = :id")
                .setParameter("id", id)
                .executeUpdate());
  }

  private void change(Consumer<EntityManager> step) {
    database.keep(step, RecordsRefused::unavailable);
  }
}
