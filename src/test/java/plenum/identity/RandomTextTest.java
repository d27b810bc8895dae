package plenum.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomTextTest {

  @Test
  void hasAsManyLettersAndDigitsAsAreWanted() {
    for (int length = 0; length < 50; length++) {
      String text = RandomText.letters(length);
      assertEquals(length, text.length());
      assertTrue(text.matches("[A-Za-z0-9]*"), text);
    }
  }

  @Test
  void hasAllOfThemAboutEquallyOften() {
    String text = RandomText.letters(62_000);
    var times = text.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    assertEquals(62, times.size());
    assertTrue(times.values().stream().allMatch(count -> count > 800 && count < 1_200));
  }

  @Test
  void isAnotherOneEachTime() {
    assertEquals(
        1_000, IntStream.range(0, 1_000).mapToObj(i -> RandomText.letters(12)).distinct().count());
    assertNotEquals(RandomText.unguessable(), RandomText.unguessable());
  }
}
