package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plenum.engine.Shortage;
import plenum.engine.StreamName;

class ShortageNewsTest {

  private static final StreamName ADA = new StreamName("group", "ada");
  private static final StreamName BOB = new StreamName("group", "bob");
  private static final Shortage NONE = new Shortage(false, Shortage.Cause.BUDGET);
  private static final Shortage SMALLER = new Shortage(true, Shortage.Cause.LINK);
  private static final long TENTH = 100_000_000L;

  private final List<Map<StreamName, Shortage>> told = new ArrayList<>();
  private final ShortageNews news = new ShortageNews(told::add);
  private final Map<StreamName, Shortage> now = new HashMap<>();
  private long nanos;

  private void run(double seconds) {
    for (long end = nanos + (long) (seconds * 10 * TENTH); nanos < end; nanos += TENTH) {
      news.look(now, nanos);
    }
  }

  @Test
  void tellsWhatLastsAndOnce() {
    now.put(ADA, null);
    now.put(BOB, null);
    run(5);
    assertFalse(news.isWaiting());
    now.put(ADA, NONE);
    run(0.7);
    assertTrue(news.isWaiting());
    assertEquals(List.of(), told);
    run(5);
    assertEquals(List.of(Map.of(ADA, NONE)), told);
  }

  @Test
  void tellsNothingOfAMoment() {
    for (int i = 0; i < 20; i++) {
      now.put(ADA, SMALLER);
      run(0.5);
      now.put(ADA, null);
      run(0.5);
    }
    assertEquals(List.of(), told);
  }

  @Test
  void waitsLongerWithWhatIsBetter() {
    now.put(ADA, NONE);
    run(1);
    now.put(ADA, SMALLER);
    run(2.5);
    assertEquals(1, told.size());
    run(1);
    now.put(ADA, null);
    run(3.5);
    assertEquals(List.of(Map.of(ADA, NONE), Map.of(ADA, SMALLER), Map.of()), told);
  }

  @Test
  void tellsAgainWhatIsShort() {
    news.again();
    now.put(ADA, NONE);
    run(1);
    news.again();
    assertEquals(List.of(Map.of(ADA, NONE), Map.of(ADA, NONE)), told);
  }

  @Test
  void forgetsAtOnceWhatIsReceivedNoMore() {
    now.put(ADA, NONE);
    run(1);
    now.clear();
    run(0.1);
    assertEquals(List.of(Map.of(ADA, NONE), Map.of()), told);
  }
}
