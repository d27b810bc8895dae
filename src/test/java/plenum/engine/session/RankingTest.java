package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import plenum.engine.estimate.Rank;

class RankingTest {

  private final Ranking ranking = new Ranking();

  @Test
  void takesPrioritiesAsPagesNumberThem() {
    assertEquals(Rank.OTHER, ranking.of(0));
    assertEquals(Rank.SPEAKER, ranking.of(1));
    assertEquals(Rank.SPEAKER, ranking.of(2));
    assertEquals(Rank.SCREEN, ranking.of(3));
    assertEquals(Rank.SCREEN, ranking.of(100));
    assertEquals(Rank.OTHER, ranking.of(-1));
  }

  @Test
  void notEverybodySpeaks() {
    for (int i = 0; i < Ranking.MOST_SPEAKERS; i++) {
      assertEquals(Rank.SPEAKER, ranking.of(1 + i % 2));
    }
    assertEquals(Rank.OTHER, ranking.of(2));
    assertEquals(Rank.SCREEN, ranking.of(3), "screens are no matter of it");
  }
}
