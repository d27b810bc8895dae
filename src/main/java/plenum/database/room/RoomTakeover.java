package plenum.database.room;

import java.lang.System.Logger.Level;
import java.util.List;
import plenum.database.Database;
import plenum.database.OnceRow;
import plenum.room.KeptRoom;
import plenum.room.RoomFile;
import plenum.store.StoredFile;

/** Takes the rooms over that an earlier version of Plenum kept in a file: once, and all of them. */
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
    boolean first =
        database.change(
            manager -> {
              if (!OnceRow.claim(manager, file.name())) {
                return false;
              }
              for (int i = 0; i < rooms.size(); i++) {
                manager.merge(new RoomRow(rooms.get(i), i));
              }
              return true;
            });
    if (first && !rooms.isEmpty()) {
      LOG.log(Level.INFO, "{0} rooms of {1} are in the database now.", rooms.size(), file.path());
    }
    file.retire();
  }
}
