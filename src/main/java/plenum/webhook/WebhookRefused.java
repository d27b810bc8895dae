package plenum.webhook;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.text.Refused;
import plenum.text.Sentence;

/** Something about a webhook is not possible. */
public final class WebhookRefused extends Refused {

  /** Why. */
  public enum Reason {
    /** No address of http or https, or one where messages may not go. */
    WEBHOOK_ADDRESS(400),
    /** It would be told nothing. */
    WEBHOOK_EVENTS(400),
    /** There are as many as may be. */
    TOO_MANY_WEBHOOKS(409),
    /** There is none of this id. */
    NO_SUCH_WEBHOOK(404),
    /** No try of this message is remembered any more. */
    NO_SUCH_DELIVERY(404),
    /** Somebody else was first. */
    WEBHOOK_CHANGED(409);

    private final int status;

    Reason(int status) {
      this.status = status;
    }
  }

  private static final long serialVersionUID = 1L;

  WebhookRefused(Reason reason, String key, Object... values) {
    super(reason, reason.status, Sentence.of(key, values));
  }

  /** It is not as the form had it any more. */
  public static WebhookRefused changed() {
    return new WebhookRefused(Reason.WEBHOOK_CHANGED, "webhook-changed");
  }

  /** It is to be told of something that nobody knows here. */
  public static WebhookRefused unknownEvent(String word) {
    String known =
        Stream.of(WebhookEvent.values()).map(WebhookEvent::word).collect(Collectors.joining(", "));
    return new WebhookRefused(Reason.WEBHOOK_EVENTS, "webhook-events.unknown", word, known);
  }
}
