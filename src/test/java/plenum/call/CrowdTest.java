package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import plenum.call.CallEvent.CallAccepted;
import plenum.call.CallEvent.CallOver;
import plenum.call.CallEvent.CallStarted;
import plenum.identity.Actor;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.RoomEvent.LeaveReason;
import plenum.room.RoomsForTests;
import plenum.settings.CallSettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

/** Many threads, few people: whatever comes between, every call has one beginning and one end. */
class CrowdTest {

  private static final int PEOPLE = 4;
  private static final int THREADS = 6;
  private static final int STEPS = 3_000;

  private final ManualTimers timers = new ManualTimers();
  private final FakeCallRooms rooms = new FakeCallRooms();
  private final List<CallEvent> events = new ArrayList<>();
  private final List<Party> people = new ArrayList<>();
  private final InMemoryCalls calls;
  private final AtomicInteger telling = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();

  CrowdTest() {
    for (int i = 0; i < PEOPLE; i++) {
      people.add(new Party(PersonId.fresh(), DisplayName.of("Person " + i)));
    }
    CallSettings settings =
        new CallSettings(Scene.RING, 2, 50, 100, Duration.ofDays(30), Scene.SEAT);
    calls =
        new InMemoryCalls(
            () -> settings,
            RoomsForTests.rights(),
            timers,
            InstantSource.system(),
            System::nanoTime,
            rooms,
            id -> people.stream().filter(person -> person.id().equals(id)).findFirst(),
            new InMemoryCallRecords(() -> settings, InstantSource.system(), CallStore.none()),
            entry -> {},
            this::told);
  }

  @Test
  void leavesNobodyBusy() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> running = new ArrayList<>();
    for (int seed = 0; seed < THREADS; seed++) {
      Random random = new Random(seed);
      running.add(threads.submit(() -> meddle(random)));
    }
    for (Future<?> thread : running) {
      thread.get();
    }
    threads.shutdown();
    timers.pass(Scene.RING);

    people.forEach(person -> assertEquals(Optional.empty(), calls.of(person.id())));
    assertEquals(Map.of(), rooms.open);
    assertLives();
    assertEquals(0, telling.get());
  }

  /** One after the other, by whatever thread. */
  private void told(CallEvent event) {
    assertEquals(1, telling.incrementAndGet());
    events.add(event);
    telling.decrementAndGet();
  }

  private void meddle(Random random) {
    for (int i = 0; i < STEPS; i++) {
      try {
        step(random, any(random), any(random));
      } catch (CallRefused tooLate) {
        // Somebody else was the first.
      }
    }
  }

  private void step(Random random, PersonId person, PersonId other) {
    Actor actor = Actors.of(person, "Somebody", "page " + random.nextInt(2));
    Consumer<Call> answer = given -> answers.incrementAndGet();
    Optional<Call> call = calls.of(person);
    if (call.isEmpty()) {
      calls.start(actor, other, answer);
      return;
    }
    CallId id = call.get().id();
    switch (random.nextInt(8)) {
      case 0 -> calls.reject(actor, id, answer);
      case 1 -> calls.cancel(actor, id, answer);
      case 2 -> calls.end(actor, id, answer);
      case 3 -> calls.add(actor, id, other, answer);
      case 4 -> calls.left(call.get().room(), person, LeaveReason.LOST);
      case 5 -> timers.pass(Duration.ofSeconds(5));
      default -> calls.accept(actor, id, true, answer);
    }
  }

  private PersonId any(Random random) {
    return people.get(random.nextInt(people.size())).id();
  }

  /** Events come in order: each call begins once, and ends once and after everything else. */
  private void assertLives() {
    Map<CallId, CallState> last = new HashMap<>();
    for (CallEvent event : events) {
      if (event instanceof CallStarted started) {
        assertEquals(null, last.put(started.call().id(), CallState.RINGING));
      } else if (event instanceof CallAccepted accepted) {
        assertEquals(CallState.RINGING, last.put(accepted.call().id(), CallState.ACCEPTED));
      } else if (event instanceof CallOver over) {
        CallState before = last.put(over.call().id(), over.call().state());
        CallState expected =
            over.call().state() == CallState.ENDED ? CallState.ACCEPTED : CallState.RINGING;
        assertEquals(expected, before);
      }
    }
    assertTrue(last.size() > 100, "calls: " + last.size());
    assertTrue(answers.get() >= last.size(), "answers: " + answers);
    assertTrue(
        last.values().stream()
            .noneMatch(state -> state == CallState.RINGING || state == CallState.ACCEPTED));
  }
}
