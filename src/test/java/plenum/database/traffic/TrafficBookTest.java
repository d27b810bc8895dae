package plenum.database.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.records.RecordsRefused;

class TrafficBookTest extends WithDatabase {

  private static final String NODE = "http://10.0.0.5:1985";

  private static KeptTraffic at(int second, String node) {
    return new KeptTraffic(Instant.ofEpochSecond(second), node, 2.5, 3, 1500.25, 3000);
  }

  @Test
  void givesBackWhatItKeepsFromATimeOn() {
    TrafficBook book = new TrafficBook(database, queue);
    List.of(at(300, ""), at(600, NODE), at(600, ""), at(900, "")).forEach(book::add);
    flush();
    restart();

    assertEquals(
        List.of(at(600, ""), at(600, NODE), at(900, "")),
        new TrafficBook(database, queue).since(Instant.ofEpochSecond(600)));
  }

  @Test
  void refusesWhileTheDatabaseIsAway() {
    TrafficBook book = new TrafficBook(database, queue);
    database.close();
    assertThrows(RecordsRefused.class, () -> book.since(Instant.EPOCH));
    database = fresh.open();
  }
}
