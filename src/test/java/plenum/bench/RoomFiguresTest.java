package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomFiguresTest {

  private static Map<String, Object> told(double time, double factor, List<?> tiles) {
    Map<String, Object> told = new HashMap<>();
    told.put("time", time);
    told.put("connections", 3);
    told.put("tiles", tiles);
    told.put("down", 125_000 * factor);
    told.put("up", 12_500 * factor);
    told.put("freezes", 2 * factor);
    told.put("frozen", 0.5 * factor);
    told.put("lost", factor);
    told.put("concealed", 0.25 * factor);
    return told;
  }

  private static Map<String, Object> tile(int area, int lines, int frames) {
    return Map.of("area", area, "shown", 100, "lines", lines, "frames", frames);
  }

  @Test
  void areOfTheTimeBetween() {
    List<?> tiles =
        List.of(tile(10, 180, 40), tile(900, 720, 60), tile(12, 180, 20), tile(11, 180, 50));
    RoomFigures figures =
        RoomFigures.between(told(1000, 1, List.of()), told(3000, 3, tiles), 1.5, 0.5);
    assertEquals(1000, figures.kilobitsDown(), 1e-9);
    assertEquals(100, figures.kilobitsUp(), 1e-9);
    assertEquals(0.75, figures.browser(), 1e-9);
    assertEquals(0.25, figures.server(), 1e-9);
    assertEquals(4, figures.freezes());
    assertEquals(1, figures.frozen(), 1e-9);
    assertEquals(0.5, figures.concealed(), 1e-9);
    assertEquals(2, figures.lost());
    assertEquals("720 at 100, 30/s", figures.largest());
    assertEquals("180 at 100, 25/s, least 10/s", figures.smaller());
  }

  @Test
  void tellOfNoPictures() {
    RoomFigures figures = RoomFigures.between(told(0, 1, List.of()), told(9, 1, List.of()), 0, 0);
    assertEquals("none", figures.largest());
    assertEquals("none", figures.smaller());
  }
}
