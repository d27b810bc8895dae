package plenum.engine.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutletTest {

  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1000 * MILLI;

  private record Left(long nanos, int bytes) {}

  private final Deque<Left> second = new ArrayDeque<>();
  private long bits;
  private long most;

  private static Outlet of(long bitrate) {
    return new Outlet(new Pool("site", bitrate));
  }

  private void leaves(Outlet outlet, int bytes, long now) {
    outlet.sent(bytes, now);
    second.add(new Left(now, bytes));
    bits += 8L * bytes;
    while (second.peek().nanos() <= now - SECOND) {
      bits -= 8L * second.remove().bytes();
    }
    most = Math.max(most, bits);
  }

  @ParameterizedTest
  @ValueSource(longs = {200_000, 1_000_000, 3_000_000, 50_000_000, 1_000_000_000})
  void noSecondHasMoreThanTheBudgetHoweverMuchWouldLeave(long bitrate) {
    Outlet outlet = of(bitrate);
    Random random = new Random(7);
    long now = 42;
    int sound = Math.max(1, (int) (bitrate / 100 / 8 / 120));
    for (int tick = 0; tick < 20_000; tick++, now += MILLI / 2) {
      if (tick % 20 == 0) { // A quarter of it is sound, which asks nobody.
        for (int i = 0; i < sound / 4; i++) {
          leaves(outlet, 120, now);
        }
      }
      Outlet.Use use = Outlet.Use.values()[random.nextInt(3)];
      boolean pauses = tick / 3000 % 3 == 1;
      int size = 100 + random.nextInt(1200);
      while (!pauses && outlet.wait(size, use, now) == 0) {
        leaves(outlet, size, now);
      }
    }
    assertTrue(most <= bitrate, most + " of " + bitrate);
    assertTrue(most > 0.85 * bitrate, most + " of " + bitrate);
  }

  @Test
  void tellsWhenThereIsRoom() {
    Outlet outlet = of(3_000_000);
    while (outlet.wait(1000, Outlet.Use.REPAIR, 0) == 0) {
      outlet.sent(1000, 0);
    }
    for (Outlet.Use use : Outlet.Use.values()) {
      long wait = outlet.wait(1000, use, 0);
      assertTrue(wait > 0);
      assertTrue(outlet.wait(1000, use, wait - 2) > 0);
      assertEquals(0, outlet.wait(1000, use, wait));
    }
  }

  @Test
  void paddingWaitsLongerThanPicturesAndThoseLongerThanWhatIsSentAgain() {
    Outlet outlet = of(3_000_000);
    outlet.sent(100_000, 0);
    long padding = outlet.wait(1000, Outlet.Use.PADDING, 0);
    long picture = outlet.wait(1000, Outlet.Use.PICTURE, 0);
    long repair = outlet.wait(1000, Outlet.Use.REPAIR, 0);
    assertTrue(padding > picture && picture > repair && repair > 0);
  }

  @Test
  void soundBeyondTheBudgetHoldsPicturesBackForASecondAtMost() {
    Outlet outlet = of(100_000);
    for (int i = 0; i < 1000; i++) {
      outlet.sent(1000, i * MILLI);
    }
    assertTrue(outlet.wait(1000, Outlet.Use.PICTURE, SECOND) > SECOND / 2);
    assertEquals(0, outlet.wait(1000, Outlet.Use.PADDING, 3 * SECOND));
  }

  @Test
  void knowsWhetherSomebodyWaits() {
    Outlet outlet = of(100_000);
    outlet.waiting(1);
    outlet.waiting(1);
    outlet.waiting(-1);
    assertTrue(outlet.awaited());
    outlet.waiting(-1);
    assertFalse(outlet.awaited());
  }
}
