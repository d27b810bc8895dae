package plenum.database.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.media.PlaceKind;
import plenum.room.KeptRoom;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.store.DataDirectory;
import plenum.store.Storage;
import plenum.testing.Product;

class RoomTakeoverTest {

  private static final String TWO =
      """
      {"version":1,"rooms":[
        {"id":"b","name":"Second 站会","kind":"desktop","owner":"AAAAAAAAAAAAAAAAAAAAAA",
         "ownerName":"Ada"},
        {"id":"a","name":"First","kind":"group"}]}
      """;

  private static List<String> names(Database database) {
    try (WriteQueue queue = new WriteQueue(database, 10, new Storage())) {
      return new JpaRoomStore(database, queue)
          .all().stream().map(room -> room.name().value()).toList();
    }
  }

  private static void run(Database database, Path directory) {
    RoomTakeover.run(database, new DataDirectory(directory).file("rooms.json"));
  }

  @ParameterizedTest
  @EnumSource(Product.class)
  void takesThemOverOnceAndRenamesTheFile(Product product) throws IOException {
    Product.Fresh fresh = product.fresh();
    Path file = Files.writeString(fresh.directory().resolve("rooms.json"), TWO);
    try (Database database = fresh.open()) {
      run(database, fresh.directory());
      assertEquals(List.of("Second 站会", "First"), names(database));
      assertFalse(Files.exists(file));
      assertTrue(Files.exists(fresh.directory().resolve("rooms.json.taken-over")));

      try (WriteQueue queue = new WriteQueue(database, 10, new Storage())) {
        new JpaRoomStore(database, queue).remove(new RoomId("a"));
      }
      Files.writeString(file, TWO); // As if it had ended before it renamed the file.
      run(database, fresh.directory());
      assertEquals(List.of("Second 站会"), names(database));
      assertFalse(Files.exists(file));
    }
  }

  @Test
  void needsNoFile() {
    Product.Fresh fresh = Product.H2.fresh();
    try (Database database = fresh.open()) {
      run(database, fresh.directory());
      assertEquals(List.of(), names(database));
    }
  }

  @Test
  void takesOverWhatWasMendedAndPutBack() throws IOException {
    Product.Fresh fresh = Product.H2.fresh();
    Path file = Files.writeString(fresh.directory().resolve("rooms.json"), TWO.substring(9));
    try (Database database = fresh.open()) {
      run(database, fresh.directory());
      assertEquals(List.of(), names(database));
      assertFalse(Files.exists(file), "it is set aside");

      try (WriteQueue queue = new WriteQueue(database, 10, new Storage())) {
        new JpaRoomStore(database, queue)
            .put(
                new KeptRoom(
                    new RoomId("c"), new RoomName("FIRST"), PlaceKind.GROUP, Optional.empty()));
      }
      Files.writeString(file, TWO);
      run(database, fresh.directory());
      assertEquals(List.of("FIRST", "Second 站会"), names(database), "no name is there twice");
    }
  }

  @Test
  void leavesARoomAloneThatAnotherPlenumKept() throws IOException {
    Product.Fresh fresh = Product.H2.fresh();
    Files.writeString(fresh.directory().resolve("rooms.json"), TWO);
    try (Database database = fresh.open()) {
      KeptRoom room =
          new KeptRoom(new RoomId("a"), new RoomName("C"), PlaceKind.GROUP, Optional.empty());
      database.change(
          manager -> {
            manager.merge(new RoomRow(room, 0));
            manager.flush();
            return manager
                .createQuery("update RoomRow r set r.kind = 'later' where r.id = 'a'")
                .executeUpdate();
          });
      run(database, fresh.directory());
      assertEquals(List.of("Second 站会"), names(database), "but for the one whose id it has");
    }
  }
}
