package plenum.database.room;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.database.Database;
import plenum.database.OnceRow;
import plenum.room.KeptRoom;
import plenum.room.RoomFile;
import plenum.store.StoredFile;

/**
 * Takes the rooms over that an earlier version of Plenum kept in a file: once, and all of them. A
 * file in which nothing could be read has not had its turn; somebody may mend it and put it back.
 */
public final class RoomTakeover {

  private static final System.Logger LOG = System.getLogger(RoomTakeover.class.getName());

  private RoomTakeover() {}

  /**
   * Takes them over, and renames the file.
   *
   * @throws plenum.settings.StartRefused when the file cannot be read
   */
  public static void run(Database database, StoredFile file) {
    List<KeptRoom> rooms = RoomFile.read(file);
    if (!rooms.isEmpty() && database.change(manager -> takeOver(manager, file, rooms))) {
      LOG.log(Level.INFO, "The rooms of {0} are in the database now.", file.path());
    } else if (!rooms.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "The {0} rooms of {1} are not taken over: such a file had its turn before. The file is"
              + " kept under another name.",
          rooms.size(),
          file.path());
    }
    file.retire();
  }

  /** Which id or name a room of the database has already is left alone. */
  private static boolean takeOver(EntityManager manager, StoredFile file, List<KeptRoom> rooms) {
    if (!OnceRow.claim(manager, file.name())) {
      return false;
    }
    List<RoomRow> there =
        manager.createQuery("select r from RoomRow r", RoomRow.class).getResultList();
    Set<String> taken = there.stream().flatMap(RoomTakeover::keys).collect(Collectors.toSet());
    int place = there.size();
    for (KeptRoom room : rooms) {
      if (keys(room).noneMatch(taken::contains)) {
        manager.merge(new RoomRow(room, place++));
      }
    }
    return true;
  }

  /** Of one that another Plenum kept in words of its own the id alone. */
  private static Stream<String> keys(RoomRow row) {
    try {
      return keys(row.room());
    } catch (RuntimeException unknown) {
      return Stream.of(id(row.id()));
    }
  }

  /** Two rooms have neither the same id nor the same name. */
  private static Stream<String> keys(KeptRoom room) {
    return Stream.of(id(room.id().value()), "name " + room.name().key());
  }

  private static String id(String id) {
    return "id " + id;
  }
}
