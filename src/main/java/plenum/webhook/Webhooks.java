package plenum.webhook;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plenum.account.token.TokenRefused;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.RandomText;
import plenum.identity.Scope;
import plenum.webhook.WebhookRefused.Reason;

/**
 * All webhooks, and what is under way to them. Thread-safe; telling waits for nothing, making and
 * removing wait for the store. What waits when the server stops is lost.
 */
public final class Webhooks {

  private static final int LONGEST_ADDRESS = 1000;

  /** A webhook, and its secret as its person copies it; who made it sees it once. */
  public record Made(Webhook webhook, String secret) {}

  /**
   * How a webhook is.
   *
   * @param waiting messages that wait
   * @param lost messages that came when too many waited
   * @param tried the last tries, the newest first
   */
  public record State(Webhook webhook, int waiting, long lost, List<Delivery> tried) {}

  private final WebhookStore store;
  private final Predicate<Actor> may;
  private final AuditTrail trail;
  private final Lane.Surroundings around;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * @param may who may make, change and remove webhooks
   */
  Webhooks(WebhookStore store, Predicate<Actor> may, AuditTrail trail, Lane.Surroundings around) {
    this.store = store;
    this.may = may;
    this.trail = trail;
    this.around = around;
    store.all().forEach(this::open);
  }

  private void open(Webhook webhook) {
    lanes.put(webhook.id(), new Lane(webhook, around));
  }

  /** How each of them is, the newest first. */
  public List<State> all() {
    return lanes.values().stream()
        .map(Webhooks::state)
        .sorted(
            Comparator.comparing((State state) -> state.webhook().made())
                .thenComparing(state -> state.webhook().id())
                .reversed())
        .toList();
  }

  /**
   * One of them.
   *
   * @throws WebhookRefused {@code no-such-webhook}
   */
  public State one(String id) {
    return state(lane(id));
  }

  private static State state(Lane lane) {
    return new State(lane.webhook(), lane.waiting(), lane.lost(), lane.tried());
  }

  /**
   * Makes a webhook.
   *
   * @param address of http or https
   * @throws WebhookRefused {@code webhook-address}, {@code webhook-events}, {@code
   *     too-many-webhooks}
   * @throws TokenRefused {@code scope-missing}
   */
  public Made make(Actor actor, String address, Set<WebhookEvent> events) {
    return audited(
        actor, "make-webhook", place(address), () -> made(address(address), told(events)));
  }

  private static Set<WebhookEvent> told(Set<WebhookEvent> events) {
    if (events.isEmpty()) {
      throw new WebhookRefused(Reason.WEBHOOK_EVENTS, "webhook-events");
    }
    return events;
  }

  private synchronized Made made(URI address, Set<WebhookEvent> events) {
    if (lanes.size() >= around.settings().most()) {
      throw new WebhookRefused(
          Reason.TOO_MANY_WEBHOOKS, "too-many-webhooks", around.settings().most());
    }
    byte[] secret = SecretSeal.fresh();
    String id = RandomText.unguessable();
    String sealed = around.seal().seal(secret, id);
    Webhook webhook = new Webhook(id, address, events, sealed, around.clock().instant());
    store.add(webhook);
    open(webhook);
    return new Made(webhook, Signature.shown(secret));
  }

  private static URI address(String text) {
    if (Targets.hasUnseen(text.strip())) {
      throw new WebhookRefused(Reason.WEBHOOK_ADDRESS, "webhook-address.unseen");
    }
    try {
      URI address = URI.create(text.strip());
      if (text.length() <= LONGEST_ADDRESS && Targets.isAddress(address)) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      // Told below.
    }
    throw new WebhookRefused(Reason.WEBHOOK_ADDRESS, "webhook-address");
  }

  /**
   * Changes where a webhook is, and of what it is told. What waits goes where it is now, signed
   * with the same secret.
   *
   * @param before looks at it as it was, and throws when that is not what the actor means
   * @throws WebhookRefused {@code webhook-address}, {@code webhook-events}, {@code no-such-webhook}
   * @throws TokenRefused {@code scope-missing}
   */
  public void change(
      Actor actor, String id, String address, Set<WebhookEvent> events, Consumer<Webhook> before) {
    audited(actor, "change-webhook", id, () -> changed(id, address(address), told(events), before));
  }

  private synchronized Lane changed(
      String id, URI address, Set<WebhookEvent> events, Consumer<Webhook> before) {
    Lane lane = lane(id);
    before.accept(lane.webhook());
    Webhook now = lane.webhook().at(address, events);
    store.change(now);
    lane.change(now);
    return lane;
  }

  /**
   * Removes a webhook; what waits for it is forgotten.
   *
   * @param before looks at it as it was, and throws when that is not what the actor means
   * @throws WebhookRefused {@code no-such-webhook}
   * @throws TokenRefused {@code scope-missing}
   */
  public void remove(Actor actor, String id, Consumer<Webhook> before) {
    audited(actor, "remove-webhook", id, () -> removed(id, before));
  }

  private synchronized Lane removed(String id, Consumer<Webhook> before) {
    Lane lane = lane(id);
    before.accept(lane.webhook());
    store.remove(id);
    lanes.remove(id);
    lane.close();
    return lane;
  }

  /**
   * Delivers a message once more.
   *
   * @param message the id of one of those whose last tries can be looked at
   * @throws WebhookRefused {@code no-such-webhook}, {@code no-such-delivery}
   * @throws TokenRefused {@code scope-missing}
   */
  public void retry(Actor actor, String id, String message) {
    audited(
        actor,
        "retry-webhook",
        id,
        () -> {
          Lane lane = lane(id);
          if (!lane.retry(message)) {
            throw new WebhookRefused(Reason.NO_SUCH_DELIVERY, "no-such-delivery");
          }
          return lane;
        });
  }

  /**
   * Sends a message that tells nothing, to see whether it arrives.
   *
   * @throws WebhookRefused {@code no-such-webhook}
   * @throws TokenRefused {@code scope-missing}
   */
  public void test(Actor actor, String id) {
    audited(
        actor,
        "test-webhook",
        id,
        () -> {
          Lane lane = lane(id);
          JsonObject data = Json.createObjectBuilder().add("by", actor.name().value()).build();
          lane.offer(Message.of("test", around.clock().instant(), data));
          return lane;
        });
  }

  private Lane lane(String id) {
    return Optional.ofNullable(lanes.get(id))
        .orElseThrow(() -> new WebhookRefused(Reason.NO_SUCH_WEBHOOK, "no-such-webhook"));
  }

  /** Without path and query, which are secrets of some receivers. */
  private static String place(String address) {
    return address.replaceFirst("^(\\w+://(?:[^/?#]*@)?[^/?#]*).*", "$1");
  }

  private <T> T audited(Actor actor, String act, String object, Supplier<T> deed) {
    try {
      if (!may.test(actor)) {
        throw TokenRefused.lacks(Scope.WEBHOOKS);
      }
      T done = deed.get();
      trail.add(AuditEntry.done(actor, act, object));
      return done;
    } catch (WebhookRefused | TokenRefused refused) {
      trail.add(AuditEntry.refused(actor, act, object, refused.code()));
      throw refused;
    }
  }

  /** Whether anybody is told of it. */
  boolean isWanted(WebhookEvent event) {
    return lanes.values().stream().anyMatch(lane -> lane.webhook().events().contains(event));
  }

  /** Tells those who want to be told. */
  void tell(WebhookEvent event, JsonObject data) {
    Instant now = around.clock().instant();
    List<Lane> wanting =
        lanes.values().stream()
            .filter(lane -> lane.webhook().events().contains(event))
            .collect(Collectors.toList());
    wanting.forEach(lane -> lane.offer(Message.of(event.word(), now, data)));
  }

  /** Nothing more is sent. */
  void close() {
    lanes.values().forEach(Lane::close);
  }
}
