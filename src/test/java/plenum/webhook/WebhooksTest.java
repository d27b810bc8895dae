package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.audit.AuditEntry;
import plenum.identity.Actor;
import plenum.identity.Grant;
import plenum.identity.Role;
import plenum.identity.Scope;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;
import plenum.testing.Waiting;
import plenum.text.Refused;

class WebhooksTest {

  private static final String RECEIVER = "https://receiver.example/hook";

  private final Actor grace = Actors.administrator("Grace");
  private final MemoryWebhookStore store = new MemoryWebhookStore();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch slow = new CountDownLatch(1);
  private CountDownLatch expected = new CountDownLatch(1);
  private Webhooks webhooks = opened();

  private Webhooks opened() {
    return new Webhooks(
        store,
        actor -> actor.roles().contains(Role.ADMINISTRATOR) && actor.has(Scope.WEBHOOKS),
        trail::add,
        Lanes.around(Lanes.settings(3, 10, 1, List.of()), this::send, new ManualTimers(), threads));
  }

  private Answer send(URI address, Map<String, String> headers, String body) {
    if (address.getHost().startsWith("slow")) {
      try {
        slow.await();
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
      }
    }
    sent.add(address.getHost() + " " + body.replaceFirst(".*\"type\":\"([a-z.]+)\".*", "$1"));
    expected.countDown();
    return new Answer(204, "");
  }

  @AfterEach
  void stop() {
    slow.countDown();
    webhooks.close();
    threads.shutdownNow();
  }

  private void awaitSent() throws InterruptedException {
    assertTrue(expected.await(60, TimeUnit.SECONDS), "sent until now: " + sent);
  }

  private String refusal(Actor actor, String address, Set<WebhookEvent> events) {
    return assertThrows(Refused.class, () -> webhooks.make(actor, address, events)).code();
  }

  @Test
  void showsTheSecretOnceAndKeepsItSealed() {
    Webhooks.Made made = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED));
    byte[] shown = Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
    assertEquals(32, shown.length);
    assertArrayEquals(shown, Lanes.SEAL.open(made.webhook()).orElseThrow());
    String plain = made.secret().substring("whsec_".length());
    assertFalse(store.kept.toString().contains(plain));
    assertFalse(trail.toString().contains(plain));
    webhooks = opened();
    assertEquals(made.webhook(), webhooks.all().get(0).webhook());
  }

  @Test
  void tellsThoseWhoWantToBeTold() throws InterruptedException {
    webhooks.make(grace, "https://rooms.example/", Set.of(WebhookEvent.ROOM_OPENED));
    webhooks.make(grace, "https://calls.example/", Set.of(WebhookEvent.CALL_ENDED));
    assertTrue(webhooks.isWanted(WebhookEvent.ROOM_OPENED));
    assertFalse(webhooks.isWanted(WebhookEvent.ROOM_CLOSED));
    webhooks.tell(WebhookEvent.ROOM_CLOSED, JsonValue.EMPTY_JSON_OBJECT);
    webhooks.tell(WebhookEvent.ROOM_OPENED, JsonValue.EMPTY_JSON_OBJECT);
    awaitSent();
    assertEquals(List.of("rooms.example room.opened"), sent);
  }

  @Test
  void letsASlowReceiverHoldUpItselfAlone() throws InterruptedException {
    expected = new CountDownLatch(5);
    webhooks.make(grace, "https://slow.example/", Set.of(WebhookEvent.values()));
    webhooks.make(grace, "https://quick.example/", Set.of(WebhookEvent.values()));
    for (int i = 0; i < 5; i++) {
      webhooks.tell(WebhookEvent.PERSON_JOINED, JsonValue.EMPTY_JSON_OBJECT);
    }
    awaitSent();
    assertEquals(5, sent.stream().filter("quick.example person.joined"::equals).count());
    Webhooks.State waiting =
        webhooks.all().stream()
            .filter(state -> state.webhook().address().getHost().equals("slow.example"))
            .findFirst()
            .orElseThrow();
    assertTrue(waiting.waiting() >= 4, "waiting: " + waiting.waiting());
  }

  @Test
  void canBeTriedByWhoMadeIt() throws InterruptedException {
    String id = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED)).webhook().id();
    webhooks.test(grace, id);
    awaitSent();
    assertEquals(List.of("receiver.example test"), sent);
  }

  @Test
  void isRemoved() {
    String id = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED)).webhook().id();
    webhooks.remove(grace, id, before -> {});
    assertEquals(Map.of(), store.kept);
    assertFalse(webhooks.isWanted(WebhookEvent.ROOM_OPENED));
    assertEquals(
        "no-such-webhook",
        assertThrows(WebhookRefused.class, () -> webhooks.test(grace, id)).code());
  }

  @Test
  void isChangedForWhatComesAndForWhatWaits() throws InterruptedException {
    expected = new CountDownLatch(3);
    Set<WebhookEvent> opened = Set.of(WebhookEvent.ROOM_OPENED);
    Webhook made = webhooks.make(grace, "https://slow.example/", opened).webhook();
    webhooks.tell(WebhookEvent.ROOM_OPENED, JsonValue.EMPTY_JSON_OBJECT);
    webhooks.tell(WebhookEvent.ROOM_OPENED, JsonValue.EMPTY_JSON_OBJECT);
    Set<WebhookEvent> closed = Set.of(WebhookEvent.ROOM_CLOSED);
    webhooks.change(grace, made.id(), "https://other.example/", closed, before -> {});
    slow.countDown();
    webhooks.tell(WebhookEvent.ROOM_CLOSED, JsonValue.EMPTY_JSON_OBJECT);
    webhooks.tell(WebhookEvent.ROOM_OPENED, JsonValue.EMPTY_JSON_OBJECT);
    awaitSent();
    assertEquals(
        List.of("other.example room.opened", "other.example room.closed"), sent.subList(1, 3));
    webhooks = opened();
    assertEquals(
        made.at(URI.create("https://other.example/"), closed), webhooks.all().get(0).webhook());
  }

  @Test
  void staysAsItIsForWhoMeansAnotherStateOfIt() {
    Webhook made = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED)).webhook();
    IllegalStateException other = new IllegalStateException("another state");
    Consumer<Webhook> refusing =
        before -> {
          assertEquals(made, before);
          throw other;
        };
    Set<WebhookEvent> events = Set.of(WebhookEvent.ROOM_CLOSED);
    assertThrows(
        IllegalStateException.class,
        () -> webhooks.change(grace, made.id(), RECEIVER, events, refusing));
    assertThrows(IllegalStateException.class, () -> webhooks.remove(grace, made.id(), refusing));
    assertEquals(made, webhooks.one(made.id()).webhook());
    assertEquals(Map.of(made.id(), made), store.kept);
  }

  @Test
  void deliversOnceMoreWhatIsRemembered() throws InterruptedException {
    String id = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED)).webhook().id();
    webhooks.test(grace, id);
    awaitSent();
    List<Delivery> tried =
        Waiting.until(
            "the try",
            Duration.ofSeconds(60),
            () -> webhooks.one(id).tried(),
            list -> !list.isEmpty());
    expected = new CountDownLatch(1);
    webhooks.retry(grace, id, tried.get(0).message());
    awaitSent();
    assertEquals(List.of("receiver.example test", "receiver.example test"), sent);
    assertEquals(
        "no-such-delivery",
        assertThrows(WebhookRefused.class, () -> webhooks.retry(grace, id, "msg_none")).code());
  }

  @Test
  void isMadeByAdministratorsAndTheirProgramsWithTheScopeForSomething() {
    Set<WebhookEvent> events = Set.of(WebhookEvent.ROOM_OPENED);
    Set<Scope> others = EnumSet.complementOf(EnumSet.of(Scope.WEBHOOKS));
    assertEquals("scope-missing", refusal(grace.by(grant(others)), RECEIVER, events));
    assertEquals("scope-missing", refusal(Actors.named("Mallory"), RECEIVER, events));
    Actor program = grace.by(grant(Set.of(Scope.WEBHOOKS)));
    webhooks.remove(program, webhooks.make(program, RECEIVER, events).webhook().id(), before -> {});
    assertEquals("webhook-events", refusal(grace, RECEIVER, Set.of()));
    for (String wrong : List.of("", "ftp://a.example/", "https://a b/", "https://u:p@a.example/")) {
      assertEquals("webhook-address", refusal(grace, wrong, events), wrong);
    }
    assertEquals(
        "webhook-address", refusal(grace, "https://a.example/" + "x".repeat(1000), events));
    for (int i = 0; i < 3; i++) {
      webhooks.make(grace, RECEIVER, events);
    }
    assertEquals("too-many-webhooks", refusal(grace, RECEIVER, events));
  }

  @Test
  void tellsOfLettersInAnAddressThatAreNotSeen() {
    Set<WebhookEvent> events = Set.of(WebhookEvent.ROOM_OPENED);
    for (String unseen : List.of("https://a.example/hook\u200B", "https://a.example/\u202Ehook")) {
      WebhookRefused refused =
          assertThrows(WebhookRefused.class, () -> webhooks.make(grace, unseen, events));
      assertEquals("webhook-address.unseen", refused.sentence().key());
      assertEquals("webhook-address", refused.code());
    }
  }

  private static Grant grant(Set<Scope> scopes) {
    return new Grant("id", "program", scopes);
  }

  @Test
  void isAudited() {
    String id = webhooks.make(grace, RECEIVER, Set.of(WebhookEvent.ROOM_OPENED)).webhook().id();
    webhooks.remove(grace, id, before -> {});
    refusal(Actors.named("Mallory"), RECEIVER, Set.of());
    assertEquals(
        List.of("make-webhook DONE", "remove-webhook DONE", "make-webhook REFUSED"),
        trail.stream().map(entry -> entry.act() + " " + entry.outcome()).toList());
  }
}
