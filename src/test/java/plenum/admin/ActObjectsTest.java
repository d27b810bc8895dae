package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.primefaces.model.LazyDataModel;
import plenum.database.records.LastNames;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.presence.Presence;
import plenum.records.RecordsRefused;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;

class ActObjectsTest {

  private static final String ROOM = "k3J9x2Qa";
  private static final String GONE = "Zp0c1aaa";
  private static final String ADA = "AdaAdaAdaAdaAdaAdaAda1";
  private static final String BO = "BoBoBoBoBoBoBoBoBoBoBo";

  private final Set<String> asked = new TreeSet<>();
  private boolean away;

  private static <T> T stub(Class<T> type, Function<Object, Object> reply) {
    Object stub =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> reply.apply(arguments[0]));
    return type.cast(stub);
  }

  private static RoomSummary room(String id, String name) {
    return new RoomSummary(
        new RoomId(id),
        Optional.of(new RoomName(name)),
        PlaceKind.GROUP,
        Optional.empty(),
        new Place(PlaceKind.GROUP, "1"),
        0,
        Optional.empty(),
        false);
  }

  private final class Past extends LastNames {

    private Past() {
      super(null);
    }

    private Map<String, String> names(Set<String> ids, Map<String, String> met) {
      asked.addAll(ids);
      if (away) {
        throw RecordsRefused.unavailable();
      }
      return ids.stream().filter(met::containsKey).collect(Collectors.toMap(id -> id, met::get));
    }

    @Override
    public Map<String, String> ofRooms(Set<String> ids) {
      return names(ids, Map.of(GONE, "Old room"));
    }

    @Override
    public Map<String, String> ofPeople(Set<String> ids) {
      return names(ids, Map.of(BO, "Bo"));
    }
  }

  private static final class Lines extends RecordsPage {

    private final List<Map<String, Object>> shown;

    private Lines(List<Map<String, Object>> shown) {
      this.shown = shown;
    }

    @Override
    public LazyDataModel<Map<String, Object>> lines(String list) {
      LazyDataModel<Map<String, Object>> lines =
          new RecordLines(
              new RecordLists(null),
              RecordTable.AUDIT,
              RecordScope.ALL,
              typed -> Map.of(),
              () -> {});
      lines.setWrappedData(shown);
      return lines;
    }
  }

  private static Map<String, Object> line(String act, String object) {
    return Map.of("act", act, "object", object);
  }

  private ActObjects page(List<Map<String, Object>> lines) {
    ActObjects objects = new ActObjects();
    objects.records = new Lines(lines);
    objects.presence =
        stub(
            Presence.class,
            id ->
                id.equals(new PersonId(ADA))
                    ? Optional.of(new DisplayName("Ada"))
                    : Optional.empty());
    objects.rooms =
        stub(
            Rooms.class,
            id -> id.equals(new RoomId(ROOM)) ? Optional.of(room(ROOM, "Talk")) : Optional.empty());
    objects.past = new Past();
    return objects;
  }

  private List<String> names(String act, String object) {
    return page(List.of(line(act, object))).of(line(act, object)).stream()
        .map(ActObjects.Part::name)
        .toList();
  }

  @Test
  void namesWhoIsThereNowAndWhoWas() {
    List<Map<String, Object>> lines =
        List.of(
            line("mute-member", ROOM + " " + ADA),
            line("ban-member", GONE + " " + BO),
            Map.of("act", "delete-old-records"));
    ActObjects objects = page(lines);

    assertEquals(
        List.of(
            new ActObjects.Part(ROOM, "Talk", "meeting?room=" + ROOM),
            new ActObjects.Part(ADA, "Ada", "person?id=" + ADA)),
        objects.of(lines.get(0)));
    assertEquals(
        List.of(
            new ActObjects.Part(GONE, "Old room", "meeting?room=" + GONE),
            new ActObjects.Part(BO, "Bo", "person?id=" + BO)),
        objects.of(lines.get(1)));
    assertEquals(List.of(new ActObjects.Part("", "", "")), objects.of(lines.get(2)));
    assertFalse(asked.contains(ROOM), "the database is asked for nothing that is known");
    assertFalse(asked.contains(ADA), "the database is asked for nothing that is known");
  }

  @Test
  void showsAnUnknownPartAsItIsKept() {
    assertEquals(List.of("Talk", "aaaaaaaa"), names("revoke-guest-link", ROOM + " aaaaaaaa"));
    assertEquals(List.of(GONE + "x " + BO + "x"), names("mute-member", GONE + "x " + BO + "x"));
  }

  /** Somebody may call a token as a room is called by its id. */
  @Test
  void takesNothingThatWasTypedForAnId() {
    assertEquals(List.of("Backup of " + ROOM), names("make-token", "Backup of " + ROOM));
    assertEquals(List.of(ROOM), names("login", ROOM));
    assertEquals(Set.of(), asked);
  }

  @Test
  void showsIdsWhileTheDatabaseIsAway() {
    away = true;
    assertEquals(List.of("Talk", BO), names("mute-member", ROOM + " " + BO));
    assertTrue(asked.contains(BO));
  }

  @Test
  void looksForTheNamesOfEachListOnce() {
    List<Map<String, Object>> first = List.of(line("delete-room", GONE));
    List<Map<String, Object>> second = List.of(line("call", BO));
    ActObjects objects = page(List.of());
    assertEquals("Old room", objects.of(first, first.get(0)).get(0).name());
    assertEquals("Bo", objects.of(second, second.get(0)).get(0).name());
    asked.clear();
    assertEquals("Old room", objects.of(first, first.get(0)).get(0).name());
    assertEquals(Set.of(), asked);
  }
}
