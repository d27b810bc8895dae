package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import plenum.engine.net.ScheduledHandle;

class DutiesTest {

  private final List<String> timers = new ArrayList<>();
  private final List<LongConsumer> tasks = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Duties duties = new Duties(this::every);

  private ScheduledHandle every(Duration period, LongConsumer task) {
    String timer = "every " + period.toMillis();
    timers.add(timer);
    tasks.add(task);
    return () -> timers.remove(timer);
  }

  private void two() {
    duties.every(Duration.ofMillis(50), now -> done.add("often " + now));
    duties.every(Duration.ofMillis(900), now -> done.add("seldom " + now));
  }

  @Test
  void hasNoTimersBeforeThereIsSomethingToDo() {
    two();
    assertEquals(List.of(), timers);
  }

  @Test
  void doesEachByItsOwnTimerAndOnce() {
    two();
    duties.begin();
    duties.begin();
    assertEquals(List.of("every 50", "every 900"), timers);
    tasks.get(1).accept(7);
    tasks.get(0).accept(8);
    assertEquals(List.of("seldom 7", "often 8"), done);
  }

  @Test
  void sleepsWhenThereIsNothingToDoAnyMoreAndBeginsAnew() {
    two();
    duties.begin();
    duties.end();
    duties.end();
    assertEquals(List.of(), timers);
    duties.begin();
    assertEquals(List.of("every 50", "every 900"), timers);
  }

  @Test
  void oneOfThemMayEndThemAll() {
    two();
    duties.every(Duration.ofSeconds(1), now -> duties.end());
    duties.begin();
    tasks.get(2).accept(1);
    assertEquals(List.of(), timers);
  }
}
