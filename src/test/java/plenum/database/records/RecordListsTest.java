package plenum.database.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.audit.AuditEntry;
import plenum.database.WithDatabase;
import plenum.database.audit.JpaAuditTrail;
import plenum.testing.Actors;
import plenum.testing.Product;

class RecordListsTest extends WithDatabase {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private RecordLists lists;

  @Override
  protected void opened() {
    lists = new RecordLists(database);
  }

  private void audited(String act) {
    new JpaAuditTrail(queue).add(AuditEntry.done(Actors.named("Ada"), act, "100%_!"));
  }

  private void insert(String statement) {
    database.change(manager -> manager.createNativeQuery(statement).executeUpdate());
  }

  private static RecordQuery filtered(String column, String text) {
    return new RecordQuery(Optional.empty(), false, Map.of(column, text), 0, 50);
  }

  private static List<Object> column(String name, RecordPage page) {
    return page.lines().stream().map(line -> line.get(name)).toList();
  }

  @ParameterizedTest
  @EnumSource(RecordTable.class)
  void everyListCanBeReadAndSortedByEveryColumn(RecordTable table) {
    for (RecordColumn column : table.columns()) {
      RecordQuery query =
          new RecordQuery(Optional.of(column.name()), true, Map.of(column.name(), "x"), 0, 10);
      assertEquals(0, lists.page(table, query).total(), column.name());
    }
  }

  /** Whatever they are sorted by, and wherever a page begins. */
  @Test
  void listsWhatIsAlikeByTheTimeAndWhatIsOfOneTimeAsItWasWritten() {
    JpaAuditTrail trail = new JpaAuditTrail(queue);
    List<Object> newestFirst = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      AuditEntry entry = AuditEntry.done(Actors.named("Ada"), "login", "try " + i);
      trail.add(
          new AuditEntry(
              NOON.plusMillis(i / 10),
              entry.person(),
              entry.name(),
              entry.address(),
              entry.act(),
              entry.object(),
              entry.outcome(),
              entry.detail()));
      newestFirst.add(0, entry.object());
    }
    flush();

    for (String column : List.of("at", "act", "name", "outcome")) {
      List<Object> sorted = new ArrayList<>();
      for (int from = 0; from < 20; from += 7) {
        RecordQuery query = new RecordQuery(Optional.of(column), false, Map.of(), from, 7);
        sorted.addAll(column("object", lists.page(RecordTable.AUDIT, query)));
      }
      assertEquals(newestFirst, sorted, column);
    }
    List<Object> followed = new ArrayList<>();
    List<PlacedLine> part = lists.after(RecordTable.AUDIT, Map.of(), Optional.empty(), 3);
    while (!part.isEmpty()) {
      part.forEach(line -> followed.add(line.line().get("object")));
      Optional<RecordPosition> last = Optional.of(part.get(part.size() - 1).position());
      part = lists.after(RecordTable.AUDIT, Map.of(), last, 3);
    }
    assertEquals(newestFirst, followed);
  }

  @Test
  void filtersAndSorts() {
    audited("login");
    audited("LOG-out");
    audited("remove-room");
    flush();

    assertEquals(3, lists.page(RecordTable.AUDIT, RecordQuery.first(2)).total());
    assertEquals(2, lists.page(RecordTable.AUDIT, RecordQuery.first(2)).lines().size());
    RecordPage found = lists.page(RecordTable.AUDIT, filtered("act", " Log"));
    assertEquals(2, found.total());
    Map<String, String> log = Map.of("act", "log");
    RecordQuery beyond = new RecordQuery(Optional.empty(), false, log, 10, 50);
    assertEquals(new RecordPage(2, List.of()), lists.page(RecordTable.AUDIT, beyond));
    RecordPage sorted =
        lists.page(RecordTable.AUDIT, new RecordQuery(Optional.of("act"), true, Map.of(), 1, 50));
    assertEquals(3, sorted.total());
    assertEquals("remove-room", sorted.lines().get(1).get("act"));
  }

  @Test
  void showsEachLineOnOnePageWhateverItIsSortedBy() {
    for (int i = 0; i < 25; i++) {
      attended(Integer.toString(i * 37 % 25), i % 3);
    }
    for (boolean ascending : List.of(true, false)) {
      Set<Object> seen = new HashSet<>();
      for (int from = 0; from < 25; from += 5) {
        RecordQuery query =
            new RecordQuery(Optional.of("roomName"), ascending, Map.of("name", ""), from, 5);
        seen.addAll(column("name", lists.page(RecordTable.ATTENDANCE, query)));
      }
      assertEquals(25, seen.size());
    }
  }

  @Test
  void findsAndSortsCallsByWhoMadeThem() {
    for (String name : List.of("Bea", "Ada", "Cleo")) {
      insert(
          "insert into call_record values ('m%1$s', '%1$s', '%1$s', 'dan', 'Dan', 'MADE', 'BUSY',"
                  .formatted(name)
              + " 1000, 0, 1000, true)");
      insert(
          "insert into call_record values ('r%1$s', 'dan', '%1$s', '%1$s', '%1$s', 'RECEIVED',"
                  .formatted(name)
              + " 'BUSY', 1000, 0, 1000, true)");
    }
    RecordQuery sorted = new RecordQuery(Optional.of("name"), false, Map.of("name", "e"), 0, 10);
    RecordPage page = lists.page(RecordTable.CALLS, sorted);
    assertEquals(2, page.total());
    assertEquals(List.of("Cleo", "Bea"), column("name", page));
    RecordQuery filtered = filtered("name", "ada");
    assertEquals(List.of("Ada"), column("name", lists.page(RecordTable.CALLS, filtered)));
  }

  /** In memory: what is sorted in the file of H2 makes that larger each time. */
  @Test
  void sortsManyLinesWithoutWriting() throws IOException {
    assumeTrue(product == Product.H2);
    insert(
        "insert into attendance select 'a' || x, 'r', 'room', 'Room', 'p', 'Person ' || mod(x * 7,"
            + " 50000), x, null from system_range(1, 50000)");
    Path file = fresh.directory().resolve("plenum.mv.db");
    RecordQuery sorted = new RecordQuery(Optional.of("name"), true, Map.of(), 40_000, 5);
    lists.page(RecordTable.ATTENDANCE, sorted);
    long before = Files.size(file);
    for (int i = 0; i < 5; i++) {
      assertEquals(5, lists.page(RecordTable.ATTENDANCE, sorted).lines().size());
    }
    assertTrue(Files.size(file) < before + 1_000_000, before + " bytes and " + Files.size(file));
  }

  @Test
  void filtersMomentsByTheirDays() {
    ZonedDateTime march = ZonedDateTime.of(2026, 3, 31, 23, 59, 59, 0, ZoneId.systemDefault());
    for (ZonedDateTime at : List.of(march, march.plusSeconds(1), march.plusDays(2))) {
      insert(
          "insert into attendance values ('a%1$d', 'r', 'room', 'Room', 'p', 'Ada', %1$d, null)"
              .formatted(at.toInstant().toEpochMilli()));
    }
    assertEquals(1, lists.page(RecordTable.ATTENDANCE, filtered("joined", "2026-03")).total());
    assertEquals(1, lists.page(RecordTable.ATTENDANCE, filtered("joined", "2026-04-01")).total());
    assertEquals(3, lists.page(RecordTable.ATTENDANCE, filtered("joined", "2026")).total());
    assertEquals(0, lists.page(RecordTable.ATTENDANCE, filtered("joined", "last month")).total());
    assertEquals(0, lists.page(RecordTable.ATTENDANCE, filtered("left", "2026")).total());
  }

  @Test
  void takesFiltersLiterally() {
    audited("login");
    flush();
    assertEquals(1, lists.page(RecordTable.AUDIT, filtered("object", "%_!")).total());
    assertEquals(0, lists.page(RecordTable.AUDIT, filtered("object", "1_0")).total());
    assertEquals(0, lists.page(RecordTable.AUDIT, filtered("name", "' or ''='")).total());
    assertEquals(1, lists.page(RecordTable.AUDIT, filtered("no-such-column", "x")).total());
  }

  @Test
  void findsAWordOfAColumnByItselfAndAnyOtherTextInIt() {
    for (String problem : List.of("denied", "denied-by-system", "")) {
      insert(
          "insert into device_test values ('%s', 0, 'p', 'Ada', '', '', '%s', 0, 0, 0, '', '',"
                  .formatted(problem.length(), problem)
              + " false, '', '')");
    }
    assertEquals(List.of("denied"), problems("denied"));
    assertEquals(1, lists.page(RecordTable.TESTS, filtered("cameraProblem", "denied")).total());
    assertEquals(0, lists.page(RecordTable.TESTS, filtered("cameraProblem", "dismissed")).total());
    assertEquals(List.of("denied", "denied-by-system"), problems("DENIED"));
    assertEquals(List.of("denied-by-system"), problems("system"));
  }

  @Test
  void findsWhatAFilterMeansBesideItsText() {
    for (String act : List.of("login", "announce", "make-token")) {
      audited(act);
    }
    flush();
    RecordQuery query =
        new RecordQuery(
            Optional.of("act"),
            true,
            Map.of("act", "tok", "name", "ada"),
            Map.of("act", List.of("login", "nothing"), "name", List.of()),
            0,
            10,
            RecordScope.ALL);
    assertEquals(
        List.of("login", "make-token"), column("act", lists.page(RecordTable.AUDIT, query)));
  }

  private List<Object> problems(String text) {
    return column("cameraProblem", lists.page(RecordTable.TESTS, filtered("cameraProblem", text)));
  }

  @Test
  void tellsTimesAndWhatIsNotKnown() {
    long noon = NOON.toEpochMilli();
    insert(
        "insert into attendance values ('a', 'r', 'room', 'Room', 'p', 'Ada', " + noon + ", null)");
    insert(
        "insert into attendance values ('b', 'r', 'room', 'Room', 'q', 'Bob', %d, %d)"
            .formatted(noon - 1000, noon));
    RecordPage page = lists.page(RecordTable.ATTENDANCE, RecordQuery.first(10));
    assertEquals(List.of("Ada", "Bob"), column("name", page));
    assertEquals(NOON, page.lines().get(0).get("joined"));
    assertTrue(!page.lines().get(0).containsKey("left"));
    assertEquals(NOON, page.lines().get(1).get("left"));
  }

  @Test
  void tellsThoseOfAScopeAlone() {
    long noon = NOON.toEpochMilli();
    for (int i = 0; i < 3; i++) {
      insert(
          "insert into attendance values ('%d', 'r', 'room%d', 'Room', 'p', 'Ada', %d, null)"
              .formatted(i, i / 2, noon + i));
    }
    RecordScope room = RecordScope.of("room", "room0");
    assertEquals(2, lists.page(RecordTable.ATTENDANCE, within(room)).total());
    assertEquals(
        0, lists.page(RecordTable.ATTENDANCE, within(RecordScope.of("room", "ROOM0"))).total());
    assertEquals(
        1, lists.page(RecordTable.ATTENDANCE, within(RecordScope.of("room", "room1"))).total());
    RecordPage early =
        lists.page(RecordTable.ATTENDANCE, within(room.between(NOON, NOON.plusMillis(1))));
    assertEquals(List.of(NOON), column("joined", early));
    RecordQuery filtered = filtered("name", "bob").within(room);
    assertEquals(0, lists.page(RecordTable.ATTENDANCE, filtered).total());
  }

  private static RecordQuery within(RecordScope scope) {
    return RecordQuery.first(50).within(scope);
  }

  @Test
  void tellsACallOnceWithBothSides() {
    insert(
        "insert into call_record values ('a', 'ada', 'call', 'bob', 'Bob', 'MADE', 'ANSWERED',"
            + " 1000, 5000, 1000, true)");
    insert(
        "insert into call_record values ('b', 'bob', 'call', 'ada', 'Ada', 'RECEIVED', 'ANSWERED',"
            + " 1000, 5000, 1000, true)");
    RecordPage page = lists.page(RecordTable.CALLS, RecordQuery.first(10));
    assertEquals(1, page.total());
    assertEquals(List.of("Ada"), column("name", page));
    assertEquals(List.of("Bob"), column("withName", page));
    assertEquals(List.of(Duration.ofSeconds(5)), column("talked", page));
  }

  private void attended(String id, long at) {
    insert(
        "insert into attendance values ('%s', 'r', 'room', 'Room', 'p', '%s', %d, null)"
            .formatted(id, id, at));
  }

  private List<PlacedLine> after(Optional<RecordPosition> last) {
    return lists.after(RecordTable.ATTENDANCE, Map.of("name", ""), last, 2);
  }

  @Test
  void goesOnAfterALineWhateverComesMeanwhile() {
    attended("a", 3000);
    attended("b", 2000);
    attended("c", 2000);
    attended("d", 2000);
    attended("e", 1000);
    List<PlacedLine> first = after(Optional.empty());
    attended("newer", 4000);
    insert("delete from attendance where id = 'd'");
    List<PlacedLine> second = after(Optional.of(first.get(1).position()));
    List<PlacedLine> third = after(Optional.of(second.get(1).position()));
    assertEquals(List.of("a", "d"), names(first));
    assertEquals(List.of("c", "b"), names(second));
    assertEquals(List.of("e"), names(third));
    assertEquals(List.of(), after(Optional.of(third.get(0).position())));
  }

  private static List<Object> names(List<PlacedLine> lines) {
    return lines.stream().map(one -> one.line().get("name")).toList();
  }

  @ParameterizedTest
  @EnumSource(RecordTable.class)
  void goesThroughEveryListWithFilters(RecordTable table) {
    String first = table.begins("x") ? "x" : "1000";
    for (RecordColumn column : table.columns()) {
      Optional<RecordPosition> last = Optional.of(new RecordPosition(first, "id"));
      assertEquals(
          List.of(), lists.after(table, Map.of(column.name(), "x"), last, 10), column.name());
    }
  }
}
