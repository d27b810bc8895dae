package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstFramesTest {

  private final FirstFrames frames = new FirstFrames();

  private Map<String, Long> counts() {
    Map<String, Long> counts = new LinkedHashMap<>();
    frames.buckets().forEach((bound, count) -> counts.put(bound, count.sum()));
    return counts;
  }

  @Test
  void countsEachInAllThatFit() {
    frames.add(250);
    frames.add(251);
    frames.add(60_000);
    assertEquals("{0.25=1, 0.5=2, 1=2, 2=2, 4=2, 8=2, 16=2, +Inf=3}", counts().toString());
    assertEquals(3, frames.count());
    assertEquals(60.501, frames.sum());
  }

  @Test
  void isEmptyAtFirst() {
    assertEquals("{0.25=0, 0.5=0, 1=0, 2=0, 4=0, 8=0, 16=0, +Inf=0}", counts().toString());
    assertEquals(0, frames.sum());
  }
}
