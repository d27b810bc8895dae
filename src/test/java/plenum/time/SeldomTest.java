package plenum.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SeldomTest {

  private long now = Long.MAX_VALUE - 5;
  private final Seldom seldom = new Seldom(Duration.ofMinutes(1), () -> now);

  @Test
  void tellsTheFirstAtOnceAndTheOthersByTheirNumber() {
    assertEquals(OptionalLong.of(0), seldom.happened());
    for (int i = 0; i < 3; i++) {
      assertEquals(OptionalLong.empty(), seldom.happened());
    }

    now += Duration.ofMinutes(1).toNanos() - 1;
    assertEquals(OptionalLong.empty(), seldom.happened());
    now++;
    assertEquals(OptionalLong.of(4), seldom.happened());
    assertEquals(OptionalLong.empty(), seldom.happened());

    now += Duration.ofHours(1).toNanos();
    assertEquals(OptionalLong.of(1), seldom.happened());
  }
}
