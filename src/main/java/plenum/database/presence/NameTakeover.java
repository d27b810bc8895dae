package plenum.database.presence;

import java.lang.System.Logger.Level;
import java.util.List;
import plenum.database.Database;
import plenum.database.OnceRow;
import plenum.presence.KeptName;
import plenum.presence.NameFile;
import plenum.store.StoredFile;

/** Takes the names over that an earlier version of Plenum kept in a file: once, and all of them. */
public final class NameTakeover {

  private static final System.Logger LOG = System.getLogger(NameTakeover.class.getName());

  private NameTakeover() {}

  /**
   * Takes them over, and renames the file.
   *
   * @throws plenum.settings.StartRefused when the file cannot be read
   */
  public static void run(Database database, StoredFile file) {
    List<KeptName> names = NameFile.read(file);
    boolean first =
        database.change(
            manager -> {
              if (!OnceRow.claim(manager, file.name())) {
                return false;
              }
              names.forEach(name -> manager.merge(new NameRow(name)));
              return true;
            });
    if (first && !names.isEmpty()) {
      LOG.log(Level.INFO, "{0} names of {1} are in the database now.", names.size(), file.path());
    }
    file.retire();
  }
}
