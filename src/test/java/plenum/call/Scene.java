package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.function.Executable;
import plenum.audit.AuditEntry;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallStarted;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomId;
import plenum.room.RoomsForTests;
import plenum.settings.CallSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Four people who are online, their calls, and everything that was told about them. */
final class Scene {

  static final Duration RING = Duration.ofSeconds(45);
  static final Duration SEAT = Duration.ofSeconds(20);
  static final String PAGE = "page";

  final PersonId ada = PersonId.fresh();
  final PersonId grace = PersonId.fresh();
  final PersonId linus = PersonId.fresh();
  final PersonId margaret = PersonId.fresh();

  final CallSettings settings = new CallSettings(RING, 2, 5, 1000, Duration.ofDays(30), SEAT);
  final ManualTimers timers = new ManualTimers();
  final FakeCallRooms rooms = new FakeCallRooms();
  final Map<PersonId, Party> online = new HashMap<>();
  final List<CallEvent> events = new ArrayList<>();
  final List<AuditEntry> trail = new ArrayList<>();
  private final UnaryOperator<CallRecords> store;
  private Consumer<CallEvent> listener = events::add;
  private Duration clockSet = Duration.ZERO;
  InMemoryCalls calls;

  Scene() {
    this(UnaryOperator.identity());
  }

  /**
   * @param store what records go through
   */
  Scene(UnaryOperator<CallRecords> store) {
    this.store = store;
    calls = startServer();
    comeOnline(ada, "Ada");
    comeOnline(grace, "Grace");
    comeOnline(linus, "Linus");
    comeOnline(margaret, "Margaret");
  }

  /** Everything in memory is gone. */
  void restartServer() {
    calls = startServer();
  }

  private InMemoryCalls startServer() {
    return new InMemoryCalls(
        () -> settings,
        RoomsForTests.rights(),
        timers,
        this::now,
        timers::nanoTime,
        rooms,
        person -> Optional.ofNullable(online.get(person)),
        store.apply(new InMemoryCallRecords(() -> settings, this::now, CallStore.none())),
        trail::add,
        event -> listener.accept(event));
  }

  /** Has this one told instead of {@link #events}, by any thread. */
  void listen(Consumer<CallEvent> other) {
    listener = other;
  }

  Instant now() {
    return Instant.EPOCH.plus(clockSet).plusNanos(timers.nanoTime());
  }

  /** Somebody sets the computer's clock. */
  void setClock(Duration by) {
    clockSet = clockSet.plus(by);
  }

  void comeOnline(PersonId person, String name) {
    online.put(person, new Party(person, DisplayName.of(name)));
  }

  void goOffline(PersonId person) {
    online.remove(person);
    calls.offline(person);
  }

  Call start(PersonId from, String page, PersonId to) {
    return ask(from, page, (actor, answer) -> calls.start(actor, to, answer));
  }

  Call accept(CallId call, PersonId person, String page, boolean video) {
    return ask(person, page, (actor, answer) -> calls.accept(actor, call, video, answer));
  }

  Call reject(CallId call, PersonId person) {
    return ask(person, PAGE, (actor, answer) -> calls.reject(actor, call, answer));
  }

  Call cancel(CallId call, PersonId person) {
    return ask(person, PAGE, (actor, answer) -> calls.cancel(actor, call, answer));
  }

  Call end(CallId call, PersonId person) {
    return ask(person, PAGE, (actor, answer) -> calls.end(actor, call, answer));
  }

  Call add(CallId call, PersonId person, PersonId third) {
    return ask(person, PAGE, (actor, answer) -> calls.add(actor, call, third, answer));
  }

  Actor actor(PersonId person) {
    return actor(person, PAGE);
  }

  private static Actor actor(PersonId person, String page) {
    return Actors.of(person, "Somebody", page);
  }

  /** The answer, which comes once, and after the events. */
  private Call ask(PersonId person, String page, BiConsumer<Actor, Consumer<Call>> request) {
    List<Call> answers = new ArrayList<>();
    request.accept(actor(person, page), answers::add);
    assertEquals(1, answers.size());
    Call answer = answers.get(0);
    List<CallState> told = told(answer);
    assertEquals(answer.state(), told.isEmpty() ? answer.state() : told.get(told.size() - 1));
    return answer;
  }

  /** Ada calls Grace. */
  Call ring() {
    return start(ada, PAGE, grace);
  }

  /** Ada calls Grace and is in the room. */
  Call ringSeated() {
    Call call = ring();
    sit(call, ada);
    return call;
  }

  /** Grace answered, and both are in the room. */
  Call talk() {
    Call call = ringSeated();
    Call accepted = accept(call.id(), grace, PAGE, true);
    sit(accepted, grace);
    return accepted;
  }

  void sit(Call call, PersonId person) {
    rooms.open.get(call.room()).add(person);
    calls.joined(call.room(), person);
  }

  void leave(Call call, PersonId person, LeaveReason reason) {
    rooms.open.getOrDefault(call.room(), new HashSet<>()).remove(person);
    calls.left(call.room(), person, reason);
  }

  void pass(Duration time) {
    timers.pass(time);
  }

  /** The states that were told of a call, in order. */
  List<CallState> told(Call call) {
    List<CallState> states = new ArrayList<>();
    for (CallEvent event : events) {
      told(event)
          .filter(about -> about.id().equals(call.id()))
          .ifPresent(c -> states.add(c.state()));
    }
    return states;
  }

  private static Optional<Call> told(CallEvent event) {
    if (event instanceof CallStarted started) {
      return Optional.of(started.call());
    }
    if (event instanceof CallAccepted accepted) {
      return Optional.of(accepted.call());
    }
    return event instanceof CallOver over ? Optional.of(over.call()) : Optional.empty();
  }

  /** The one call that was told to be over. */
  Call over() {
    List<Call> over =
        events.stream()
            .filter(CallOver.class::isInstance)
            .map(event -> ((CallOver) event).call())
            .toList();
    assertEquals(1, over.size(), over.toString());
    return over.get(0);
  }

  /** The call is over as told, and has left nothing behind. */
  void assertOver(CallState state, Optional<EndReason> reason) {
    assertEquals(state, over().state());
    assertEquals(reason, over().reason());
    assertNobodyIsBusy();
  }

  void assertOver(CallState state, EndReason reason) {
    assertOver(state, Optional.of(reason));
  }

  void assertOver(CallState state) {
    assertOver(state, Optional.empty());
  }

  /** No private room is left, and everybody who is online can call and be called. */
  void assertNobodyIsBusy() {
    assertEquals(Map.<RoomId, Object>of(), rooms.open);
    List<PersonId> people = List.copyOf(online.keySet());
    for (PersonId person : people) {
      assertTrue(calls.of(person).isEmpty());
    }
    for (PersonId from : people) {
      for (PersonId to : people) {
        if (!from.equals(to)) {
          cancel(start(from, PAGE, to).id(), from);
        }
      }
    }
  }

  static void refused(CallRefused.Reason reason, Executable step) {
    CallRefused refused = assertThrows(CallRefused.class, step);
    assertEquals(reason, refused.reason());
    assertTrue(refused.getMessage().endsWith("."), refused.getMessage());
  }
}
