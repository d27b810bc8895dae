package plenum.media.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import plenum.testing.ManualTimers;

class AddressWatchTest {

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final ManualTimers timers = new ManualTimers();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final AtomicInteger looks = new AtomicInteger();

  private void begin(Runnable look) {
    new AddressWatch(look, timers, waiting::add).begin("application");
  }

  @Test
  void looksAgainAfterTheFormerLookHasEnded() {
    begin(looks::incrementAndGet);

    timers.pass(LOOK.multipliedBy(5));
    assertEquals(1, waiting.size());

    waiting.remove().run();
    assertEquals(0, waiting.size());
    timers.pass(LOOK);
    waiting.remove().run();
    assertEquals(2, looks.get());
  }

  @Test
  void looksAgainAfterOneThatFailed() {
    begin(
        () -> {
          throw new IllegalStateException("It cannot be known on purpose.");
        });
    timers.pass(LOOK);
    assertThrows(IllegalStateException.class, waiting.remove()::run);

    timers.pass(LOOK);
    assertEquals(1, waiting.size());
  }
}
