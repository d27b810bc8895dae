package plenum.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import plenum.identity.RandomText;

/**
 * What a webhook is told.
 *
 * @param id the same each time that it is tried, so that a receiver knows what it has already
 * @param event as {@link WebhookEvent#word}, or {@code test}
 * @param body in JSON
 */
record Message(String id, String event, String body) {

  static Message of(String event, Instant at, JsonObject data) {
    String body =
        Json.createObjectBuilder()
            .add("type", event)
            .add("timestamp", at.toString())
            .add("data", data)
            .build()
            .toString();
    return new Message("msg_" + RandomText.unguessable(), event, body);
  }
}
