package plenum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EngineSettingsTest {

  @Test
  void hasALoopForEachCoreUpToSome() {
    assertEquals(1, EngineSettings.loopsFor(0));
    assertEquals(1, EngineSettings.loopsFor(1));
    assertEquals(2, EngineSettings.loopsFor(2));
    assertEquals(8, EngineSettings.loopsFor(8));
    assertEquals(8, EngineSettings.loopsFor(96));
  }

  @Test
  void refusesNumbersOfLoopsThatNobodyCanMean() {
    EngineSettings settings = EngineSettings.defaults();
    assertEquals(64, settings.onLoops(64).loops());
    for (int loops : new int[] {-1, 0, 65}) {
      assertThrows(IllegalArgumentException.class, () -> settings.onLoops(loops));
    }
  }
}
