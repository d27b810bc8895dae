package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleHistoryTest {

  private final SampleHistory history = new SampleHistory();

  private static Sample at(int second, double people) {
    return new Sample(Instant.ofEpochSecond(second), people, 0, 0, 0);
  }

  private void add(int count) {
    IntStream.range(0, count).forEach(i -> history.add(at(10 * i, i)));
  }

  @Test
  void averagesFiveMinutesForTheDay() {
    add(59);
    assertEquals(1, history.day().size());
    assertEquals(at(290, 14.5), history.day().get(0));
    add(1);
    assertEquals(2, history.day().size());
  }

  @Test
  void tellsEachAverageOnce() {
    add(29);
    assertEquals(Optional.of(at(290, 15.5)), history.add(at(290, 59)));
    assertEquals(Optional.empty(), history.add(at(300, 0)));
  }

  @Test
  void goesOnFromWhatWasKept() {
    add(30);
    history.restore(List.of(at(-600, 1), at(-300, 2)));

    assertEquals(List.of(at(-600, 1), at(-300, 2), at(290, 14.5)), history.day());
  }

  @Test
  void keepsAnHourAndADay() {
    add(9000);
    assertEquals(360, history.hour().size());
    assertEquals(8999, history.hour().get(359).people());
    assertEquals(288, history.day().size());
  }
}
