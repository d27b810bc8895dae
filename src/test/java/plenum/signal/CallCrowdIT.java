package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.call.CallState;
import plenum.testing.PlenumServer;

/** Many calls at random, as fast as the server takes them. */
class CallCrowdIT {

  private static final int CLIENTS = 10;
  private static final int CALLS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final PlenumServer server = ImpatientServer.shared();
  private final Random random = new Random(42);
  private final List<RandomCaller> callers = new ArrayList<>();

  @AfterEach
  void close() {
    callers.forEach(RandomCaller::close);
  }

  @Test
  void leavesNobodyBusyAfterAHundredCalls() {
    for (int i = 0; i < CLIENTS; i++) {
      callers.add(new RandomCaller(server, new Random(i)));
    }
    until(
        () -> {
          RandomCaller caller = callers.get(random.nextInt(CLIENTS));
          caller.step(callers.stream().filter(other -> other != caller).toList());
          return calls() >= CALLS;
        });
    callers.forEach(RandomCaller::settle);
    until(() -> callers.stream().filter(caller -> !caller.isDone()).count() == 0);

    assertTrue(told(CallState.ACCEPTED) > 10, "accepted: " + told(CallState.ACCEPTED));
    assertTrue(told(CallState.REJECTED) > 3, "rejected: " + told(CallState.REJECTED));
    assertTrue(told(CallState.CANCELLED) > 3, "cancelled: " + told(CallState.CANCELLED));
    int over =
        told(CallState.ENDED)
            + told(CallState.REJECTED)
            + told(CallState.CANCELLED)
            + told(CallState.MISSED);
    assertEquals(calls(), over, "every call that rang is over");
    assertNobodyIsBusy();
  }

  private void assertNobodyIsBusy() {
    for (int i = 0; i < CLIENTS; i++) {
      Phone from = callers.get(i).phone();
      Phone to = callers.get((i + 1) % CLIENTS).phone();
      from.client().drain();
      String call = from.call(to);
      from.askAbout("cancel-call", call);
      from.answer("cancelled");
      try (Phone tab = from.otherTab()) {
        assertFalse(tab.welcome().containsKey("call"), tab.welcome().toString());
        assertFalse(tab.welcome().containsKey("room"), tab.welcome().toString());
      }
    }
    Phone watcher = callers.get(0).phone();
    watcher.ask("watch-lobby", "");
    for (JsonObject person :
        watcher.client().await("lobby").getJsonArray("people").getValuesAs(JsonObject.class)) {
      assertEquals("free", person.getString("state"), person.toString());
    }
  }

  private int calls() {
    return told(CallState.RINGING);
  }

  /** Both sides are told everything. */
  private int told(CallState state) {
    return callers.stream().mapToInt(caller -> caller.told(state)).sum() / 2;
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "not done in " + PATIENCE);
    }
  }
}
