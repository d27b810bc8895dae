package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.engine.forward.LayerOffer;

class LayerCostsTest {

  private static List<Long> of(int height, Long... bitrates) {
    return LayerCosts.encoding(new LayerOffer(height, List.of(bitrates), 25, true)).bitrates();
  }

  @Test
  void eachTemporalLayerThatComesHasACost() {
    assertEquals(
        List.of(44_160L, 66_240L, 110_400L), of(180, 40_000L, 60_000L, 100_000L, 100_000L));
    assertEquals(List.of(110_400L), of(180, 100_000L, 100_000L, 100_000L));
  }

  /** Averages of layers that have stopped come near one another slowly. */
  @Test
  void aLayerThatAddsNextToNothingIsNone() {
    assertEquals(List.of(108_192L), of(180, 98_000L, 99_000L, 100_000L));
  }

  @Test
  void whatHasNotComeCostsWhatIsUsual() {
    assertEquals(List.of(159_000L), of(180, 0L, 0L));
    assertEquals(1_580_000, of(720, 0L, 0L).get(0), 60_000);
  }
}
