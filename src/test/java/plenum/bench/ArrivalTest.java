package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a stream counts as fluent. */
class ArrivalTest {

  private static Arrival arrival(String kind, double gap, double still) {
    return Arrival.of(Map.of("kind", kind, "gap", gap, "still", still, "frames", 10));
  }

  @Test
  void bearsAFreezeOfASecondAndAGapOfAFifthOfOne() {
    assertTrue(arrival("video", 1000, 750).isFluent());
    assertFalse(arrival("video", 1001, 750).isFluent());
    assertTrue(arrival("audio", 200, 250).isFluent());
    assertFalse(arrival("audio", 201, 250).isFluent());
  }

  @Test
  void isNotFluentWhenNothingComesAnyMore() {
    assertFalse(arrival("video", 0, 30_000).isFluent());
    assertFalse(arrival("audio", 0, 30_000).isFluent());
  }

  @Test
  void keepsNumbersOfAnyKind() {
    assertEquals(10.0, arrival("audio", 0, 0).values().get("frames"));
  }
}
