package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static final long MILLI = 1_000_000;

  private final List<Long> delays = new ArrayList<>();
  private final List<LongConsumer> timers = new ArrayList<>();
  private final List<Long> rung = new ArrayList<>();
  private final Alarm alarm =
      new Alarm(
          (delay, task) -> {
            delays.add(delay.toMillis());
            timers.add(task);
          },
          rung::add);

  @Test
  void ringsAtTheEarliestOfWhatIsDueAndOnce() {
    alarm.at(30 * MILLI, 0);
    alarm.at(40 * MILLI, 0);
    alarm.at(10 * MILLI, 0);
    assertEquals(List.of(30L, 10L), delays);
    timers.get(1).accept(10 * MILLI);
    timers.get(0).accept(30 * MILLI);
    assertEquals(List.of(10 * MILLI), rung);
  }

  @Test
  void maySetItselfAgainAndNeverSoonerThanInAMillisecond() {
    alarm.at(5, 0);
    timers.get(0).accept(1);
    alarm.at(0, 9);
    assertEquals(List.of(1L, 1L), delays);
    timers.get(1).accept(2);
    assertEquals(List.of(1L, 2L), rung);
  }
}
