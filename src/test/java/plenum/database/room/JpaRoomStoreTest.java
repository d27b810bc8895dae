package plenum.database.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.room.KeptRoom;
import plenum.room.Owner;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomOptions;

class JpaRoomStoreTest extends WithDatabase {

  private JpaRoomStore store;

  @Override
  protected void opened() {
    store = new JpaRoomStore(database, queue);
  }

  private static KeptRoom room(String id, String name) {
    Owner owner =
        new Owner(PersonId.fresh(), Optional.of(DisplayName.of("Ada \uD83D\uDE80 '\"\\")));
    return new KeptRoom(new RoomId(id), new RoomName(name), PlaceKind.GROUP, Optional.of(owner));
  }

  @Test
  void keepsRoomsInTheirOrder() {
    KeptRoom second = room("b", "Second");
    KeptRoom first =
        new KeptRoom(new RoomId("a"), new RoomName("Erste"), PlaceKind.DESKTOP, Optional.empty());
    store.put(second);
    store.put(first);
    assertEquals(List.of(second, first), store.all());

    restart();
    assertEquals(List.of(second, first), store.all());
    assertEquals(Set.of(), store.atRisk());
  }

  @Test
  void keepsWhatWasPutLast() {
    store.put(room("a", "Before"));
    store.put(room("b", "Other"));
    KeptRoom after = room("a", "After");
    store.put(after);
    restart();

    assertEquals(after, store.all().get(0), "in the place of before");
    KeptRoom again = room("a", "Again");
    store.put(again);
    restart();
    assertEquals(again, store.all().get(0));
    assertEquals(2, store.all().size());
  }

  @Test
  void forgetsWhatIsRemoved() {
    store.put(room("a", "Kept"));
    store.put(room("b", "Removed"));
    flush();
    store.remove(new RoomId("b"));
    store.remove(new RoomId("c"));
    restart();

    assertEquals(List.of("Kept"), store.all().stream().map(room -> room.name().value()).toList());
    KeptRoom third = room("c", "Third");
    store.put(third);
    restart();
    assertEquals(third, store.all().get(1));
  }

  @Test
  void keepsOptions() {
    Map<String, String> map = new HashMap<>();
    map.put("access", "members");
    map.put("members", PersonId.fresh() + " Ada '\n" + PersonId.fresh() + " \uD83D\uDE80");
    map.put("lobby", "true");
    map.put("most", "7");
    KeptRoom plain = room("a", "Room");
    KeptRoom decided = with(plain, RoomOptions.of(map));
    store.put(plain);
    store.put(decided);
    store.put(room("b", "Other"));
    restart();
    assertEquals(decided, store.all().get(0));

    map.remove("lobby");
    map.put("most", "8");
    KeptRoom otherwise = with(plain, RoomOptions.of(map));
    store.put(otherwise);
    restart();
    assertEquals(otherwise, store.all().get(0));
    store.remove(plain.id());
    restart();
    assertEquals(1, store.all().size());
  }

  private static KeptRoom with(KeptRoom room, RoomOptions options) {
    return new KeptRoom(room.id(), room.name(), room.kind(), room.owner(), options);
  }

  @Test
  void leavesOutWhatItDoesNotUnderstand() {
    store.put(room("a", "Bad"));
    store.put(room("b", "Good"));
    flush();
    database.change(
        manager ->
            manager
                .createNativeQuery("update room set kind = 'cave' where id = 'a'")
                .executeUpdate());
    restart();
    assertEquals(List.of("Good"), store.all().stream().map(room -> room.name().value()).toList());
  }

  @Test
  void holdsTheLongestNames() {
    KeptRoom room = room("a".repeat(32), "\uD83D\uDE80".repeat(RoomName.LONGEST));
    store.put(room);
    restart();
    assertEquals(List.of(room), store.all());
  }
}
