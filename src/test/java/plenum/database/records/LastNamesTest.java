package plenum.database.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;

class LastNamesTest extends WithDatabase {

  private LastNames names;

  @Override
  protected void opened() {
    names = new LastNames(database);
  }

  private void attended(String id, String room, String person, String name, long joined) {
    String sql =
        "insert into attendance (id, run, room_id, room_name, person_id, person_name, joined)"
            + " values ('%s', 'run', '%s', 'Room %s', '%s', '%s', %d)";
    String statement = sql.formatted(id, room, room, person, name, joined);
    database.change(manager -> manager.createNativeQuery(statement).executeUpdate());
  }

  @Test
  void tellsTheNewestNameOfThoseThatWereMet() {
    attended("1", "a", "p", "Ada", 1000);
    attended("2", "b", "p", "Ada L.", 2000);
    attended("3", "a", "q", "Bo", 3000);
    attended("4", "a", "q", "Bo", 3000);

    assertEquals(
        Map.of("p", "Ada L.", "q", "Bo"), names.ofPeople(Set.of("p", "q", "nobody", "x' or 1=1")));
    assertEquals(Map.of("a", "Room a"), names.ofRooms(Set.of("a", "p")));
    assertEquals(Map.of(), names.ofRooms(Set.of()));
  }

  @Test
  void tellsThoseOfAWholePage() {
    Set<String> ids = new HashSet<>();
    Map<String, String> called = new HashMap<>();
    for (int one = 0; one < 200; one++) {
      attended("line" + one, "room" + one, "person" + one, "Person " + one, one);
      ids.add("person" + one);
      called.put("person" + one, "Person " + one);
    }
    assertEquals(called, names.ofPeople(ids));
  }
}
