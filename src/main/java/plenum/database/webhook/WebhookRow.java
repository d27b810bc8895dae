package plenum.database.webhook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plenum.webhook.Webhook;
import plenum.webhook.WebhookEvent;

/** A webhook. */
@Entity
@Table(name = "webhook")
public class WebhookRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "address")
  private String address;

  /** Words with a space between them. */
  @Column(name = "events")
  private String events;

  @Column(name = "sealed")
  private String sealed;

  @Column(name = "made")
  private Instant made;

  protected WebhookRow() {}

  WebhookRow(Webhook webhook) {
    this.id = webhook.id();
    this.sealed = webhook.sealed();
    this.made = webhook.made();
    change(webhook);
  }

  /** Where it is, and of what it is told, are as of this one. */
  final void change(Webhook webhook) {
    this.address = webhook.address().toString();
    this.events =
        webhook.events().stream().map(WebhookEvent::word).sorted().collect(Collectors.joining(" "));
  }

  static List<WebhookRow> all(EntityManager manager) {
    return manager.createQuery("select w from WebhookRow w", WebhookRow.class).getResultList();
  }

  Webhook webhook() {
    return new Webhook(
        id,
        URI.create(address),
        Arrays.stream(events.split(" "))
            .map(WebhookEvent::of)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        sealed,
        made);
  }
}
