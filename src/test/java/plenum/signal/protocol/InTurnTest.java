package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import plenum.signal.page.PageMessage.Ping;

class InTurnTest {

  private final Deque<Runnable> beside = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private boolean full;
  private final InTurn turns = turns("");

  /** Odd numbers are slow. */
  private InTurn turns(String whose) {
    return new InTurn(
        work -> {
          if (full) {
            throw new RejectedExecutionException();
          }
          beside.add(work);
        },
        message -> number(message) % 2 == 1,
        message -> done.add(whose + number(message)),
        message -> done.add(whose + "no " + number(message)));
  }

  private static long number(ClientMessage message) {
    return message.request().orElseThrow();
  }

  private static ClientMessage message(long number) {
    return new Ping(OptionalLong.of(number));
  }

  private void take(long... numbers) {
    for (long number : numbers) {
      turns.take(message(number));
    }
  }

  private void work() {
    beside.remove().run();
  }

  @Test
  void doesQuickOnesAtOnceUntilASlowOneComes() {
    take(2, 4, 1, 6, 8);
    assertEquals(List.of("2", "4"), done, "nothing overtakes the slow one, and it holds nobody");
    work();
    assertEquals(List.of("2", "4", "1", "6", "8"), done);
    take(10);
    assertEquals("10", done.get(5));
  }

  @Test
  void givesOthersTheirTurnBetweenTwoSlowOnes() {
    take(1, 3, 2);
    turns("other ").take(message(5));
    work();
    assertEquals(List.of("1"), done);
    work();
    assertEquals(List.of("1", "other 5"), done);
    work();
    assertEquals(List.of("1", "other 5", "3", "2"), done);
  }

  @Test
  void refusesWhatIsTooMuchAndGoesOn() {
    full = true;
    take(1, 2);
    assertEquals(List.of("no 1", "2"), done);
    full = false;
    take(3, 4, 5, 6);
    full = true;
    work();
    assertEquals(List.of("no 1", "2", "3", "4", "no 5", "6"), done);
  }

  @Test
  void keepsABoundedNumberWaiting() {
    take(1);
    for (int i = 0; i <= InTurn.MOST; i++) {
      take(100 + 2 * i);
    }
    assertEquals(List.of("no " + (100 + 2 * InTurn.MOST)), done);
    work();
    assertEquals(2 + InTurn.MOST, done.size());
  }
}
