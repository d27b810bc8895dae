package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import plenum.testing.Waiting;

class TurnsTest {

  private static final Duration FOR_EVER = Duration.ofHours(1);

  private final Turns<String> turns = new Turns<>(2, FOR_EVER);

  private CompletableFuture<Runnable> other(String who) {
    CompletableFuture<Runnable> turn = new CompletableFuture<>();
    Thread thread = new Thread(() -> turn.complete(turns.await(who)));
    thread.setDaemon(true);
    thread.start();
    Waiting.until(
        "its turn, or that it waits",
        Duration.ofMinutes(1),
        () -> turn.isDone() || thread.getState() == Thread.State.TIMED_WAITING,
        seen -> seen);
    return turn;
  }

  @Test
  void onlySoManyOfOneWorkAtOnceAndTheNextWhenOneIsDone() throws Exception {
    Runnable first = turns.await("flood");
    Runnable second = turns.await("flood");
    CompletableFuture<Runnable> third = other("flood");
    CompletableFuture<Runnable> fourth = other("flood");
    assertFalse(third.isDone(), "two work");

    second.run();

    Runnable itsTurn = third.get(1, TimeUnit.MINUTES);
    assertFalse(fourth.isDone(), "one was done");
    itsTurn.run();
    fourth.get(1, TimeUnit.MINUTES).run();
    first.run();
  }

  @Test
  void nobodyWaitsForOthers() {
    turns.await("flood");
    turns.await("flood");

    turns.await("other").run();
  }

  @Test
  void whoWaitedLongWorksWithoutATurnAndGivesNoneBack() {
    Turns<String> impatient = new Turns<>(1, Duration.ZERO);
    Runnable stays = impatient.await("flood");
    impatient.await("flood").run();
    impatient.await("flood").run();
    stays.run();

    assertEquals(0, impatient.size());
  }
}
