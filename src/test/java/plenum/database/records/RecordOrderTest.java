package plenum.database.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.database.Database;
import plenum.testing.PostgresServer;
import plenum.testing.Product;

/** Lists are in one order, and find the same, whichever database and whatever locale it has. */
class RecordOrderTest {

  /** What keeps the lines. */
  enum Place {
    FILE(Optional.empty()),
    PLAIN(Optional.of("")),
    GERMAN(Optional.of("template template0 locale_provider icu icu_locale 'de-DE'"));

    private final Optional<String> how;

    Place(Optional<String> how) {
      this.how = how;
    }

    private Database open(Path folder) {
      if (how.isPresent()) {
        assumeTrue(PostgresServer.missing().isEmpty(), () -> PostgresServer.missing().get());
      }
      Optional<String> url = how.map(PostgresServer.shared()::freshDatabase);
      return Database.open(Product.settings(url), folder);
    }
  }

  /** As people may be called, in order. */
  private static final List<String> NAMES =
      List.of(
          "", " x", "-x", "100%", "a\\b", "A_b", "aB", "ada", "Ada b", "b", "Zoe", "Ärger",
          "ödland", "жанна", "ЯНА", "中", "😀");

  @TempDir Path folder;

  private RecordLists filled(Database database) {
    for (int i = 0; i < NAMES.size(); i++) {
      String id = Character.toString("Bc_-A.a".charAt(i % 7)) + i;
      insert(database, id, NAMES.get(i), i % 2 == 0 ? "null" : Integer.toString(i));
    }
    return new RecordLists(database);
  }

  private static void insert(Database database, String id, String name, String left) {
    String values = "(?1, 'r', 'room', ?2, 'p', ?2, 1, " + left + ")";
    database.change(
        manager ->
            manager
                .createNativeQuery("insert into attendance values " + values)
                .setParameter(1, id)
                .setParameter(2, name)
                .executeUpdate());
  }

  private static List<Object> sorted(RecordLists lists, String by, boolean ascending, int from) {
    RecordQuery query = new RecordQuery(Optional.of(by), ascending, Map.of(), from, 50);
    return lists.lines(RecordTable.ATTENDANCE, query).stream()
        .map(line -> line.get("name"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void isOne(Place place) {
    try (Database database = place.open(folder)) {
      RecordLists lists = filled(database);
      assertEquals(NAMES, sorted(lists, "name", true, 0));
      assertEquals(NAMES.subList(7, 17), sorted(lists, "name", true, 7));
      List<Object> turned = new ArrayList<>(NAMES);
      Collections.reverse(turned);
      assertEquals(turned, sorted(lists, "name", false, 0));
      List<Object> left = sorted(lists, "left", true, 0);
      assertEquals(" x", left.get(9), "who has not left comes first");
      assertEquals("中", sorted(lists, "left", false, 0).get(0));
      assertEquals(left.subList(0, 9), places(lists, left.subList(0, 9)));
      finds(lists);
    }
  }

  /** Those of the same time are told by their ids: of these names, in the list's own order. */
  private static List<Object> places(RecordLists lists, List<Object> names) {
    List<Object> told = new ArrayList<>();
    Optional<RecordPosition> last = Optional.empty();
    List<PlacedLine> part = lists.after(RecordTable.ATTENDANCE, Map.of(), last, 4);
    while (!part.isEmpty()) {
      part.forEach(line -> told.add(line.line().get("name")));
      last = Optional.of(part.get(part.size() - 1).position());
      part = lists.after(RecordTable.ATTENDANCE, Map.of(), last, 4);
    }
    told.retainAll(names);
    return told;
  }

  private static void finds(RecordLists lists) {
    Map<String, Long> found = new TreeMap<>();
    List<String> texts =
        List.of("ärger", "ÄRGER", "Я", "яна", "_", "%", "\\", "a\\b", "😀", "'", "!");
    for (String text : texts) {
      RecordQuery query = new RecordQuery(Optional.empty(), false, Map.of("name", text), 0, 50);
      found.put(text, lists.page(RecordTable.ATTENDANCE, query).total());
    }
    assertEquals(
        "{!=0, %=1, '=0, \\=1, _=1, a\\b=1, ÄRGER=1, ärger=1, Я=1, яна=1, 😀=1}", found.toString());
    for (String text : List.of("a\u0000", "\ud800")) {
      RecordQuery query = new RecordQuery(Optional.empty(), false, Map.of("name", text), 0, 50);
      assertEquals(0, lists.page(RecordTable.ATTENDANCE, query).total(), "what no text can have");
    }
  }
}
