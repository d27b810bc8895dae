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
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.RandomText;
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
  private final Predicate<Actor> mayDelegate;
  private final AuditTrail trail;
  private final Lane.Surroundings around;
  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

  /**
   * @param mayDelegate who may make and remove webhooks
   */
  Webhooks(
      WebhookStore store,
      Predicate<Actor> mayDelegate,
      AuditTrail trail,
      Lane.Surroundings around) {
    this.store = store;
    this.mayDelegate = mayDelegate;
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
        .map(lane -> new State(lane.webhook(), lane.waiting(), lane.lost(), lane.tried()))
        .sorted(
            Comparator.comparing((State state) -> state.webhook().made())
                .thenComparing(state -> state.webhook().id())
                .reversed())
        .toList();
  }

  /**
   * Makes a webhook.
   *
   * @param address of http or https
   * @throws WebhookRefused {@code webhooks-by-persons}, {@code webhook-address}, {@code
   *     webhook-events}, {@code too-many-webhooks}
   */
  public Made make(Actor actor, String address, Set<WebhookEvent> events) {
    return audited(
        actor,
        "make-webhook",
        place(address),
        () -> {
          if (events.isEmpty()) {
            throw new WebhookRefused(Reason.WEBHOOK_EVENTS, "webhook-events");
          }
          return made(address(address), events);
        });
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
   * Removes a webhook; what waits for it is forgotten.
   *
   * @throws WebhookRefused {@code webhooks-by-persons}, {@code no-such-webhook}
   */
  public void remove(Actor actor, String id) {
    audited(
        actor,
        "remove-webhook",
        id,
        () -> {
          Lane lane = lane(id);
          store.remove(id);
          lanes.remove(id);
          lane.close();
          return lane;
        });
  }

  /**
   * Sends a message that tells nothing, to see whether it arrives.
   *
   * @throws WebhookRefused {@code webhooks-by-persons}, {@code no-such-webhook}
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
      if (!mayDelegate.test(actor)) {
        throw new WebhookRefused(Reason.WEBHOOKS_BY_PERSONS, "persons-only");
      }
      T done = deed.get();
      trail.add(AuditEntry.done(actor, act, object));
      return done;
    } catch (WebhookRefused refused) {
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
