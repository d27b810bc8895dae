package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {

  private static final long TENTH = 100_000_000;

  private final Rates rates = new Rates();

  @Test
  void findsTheWorstSecondWhereverItBegins() {
    long bytes = 0;
    for (int i = 0; i <= 100; i++) {
      rates.add(i * TENTH, bytes);
      bytes += i >= 37 && i < 47 ? 250 : 100;
    }
    assertEquals(20_000, rates.most(1), 1);
    assertEquals(9_200, rates.mean(), 1);
  }

  @Test
  void knowsNoSecondOfAShorterTime() {
    rates.add(0, 0);
    rates.add(TENTH, 1000);
    assertEquals(0, rates.most(1));
    assertEquals(80_000, rates.mean(), 1);
  }

  @Test
  void tellsEachSecond() {
    for (int i = 0; i <= 25; i++) {
      rates.add(i * TENTH, i <= 10 ? 100 * i : 1000 + 200 * (i - 10));
    }
    assertEquals(List.of(8_000.0, 16_000.0), rates.seconds());
  }
}
