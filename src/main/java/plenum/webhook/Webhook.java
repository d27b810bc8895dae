package plenum.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * A server that is told what happens.
 *
 * @param id by which it can be named
 * @param address where messages go, http or https
 * @param events of what it is told
 * @param sealed the secret by which messages are signed, which {@link SecretSeal} opens
 * @param made when, in whole seconds
 */
public record Webhook(
    String id, URI address, Set<WebhookEvent> events, String sealed, Instant made) {

  public Webhook {
    Objects.requireNonNull(id, "a webhook can be named");
    Objects.requireNonNull(address, "a webhook is somewhere");
    events = Set.copyOf(events);
    Objects.requireNonNull(sealed, "a webhook has a secret");
    made = Instant.ofEpochSecond(made.getEpochSecond());
  }

  /** The same, elsewhere and told of something else; its secret stays. */
  Webhook at(URI address, Set<WebhookEvent> events) {
    return new Webhook(id, address, events, sealed, made);
  }
}
