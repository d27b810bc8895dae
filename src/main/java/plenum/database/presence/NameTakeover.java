package plenum.database.presence;

import jakarta.persistence.EntityManager;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    if (!names.isEmpty() && database.change(manager -> takeOver(manager, file, names))) {
      LOG.log(Level.INFO, "The names of {0} are in the database now.", file.path());
    } else if (!names.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "The {0} names of {1} are not taken over: such a file had its turn before. The file is"
              + " kept under another name.",
          names.size(),
          file.path());
    }
    file.retire();
  }

  /** Who has come since then, and whose name somebody else has by now, is left alone. */
  private static boolean takeOver(EntityManager manager, StoredFile file, List<KeptName> names) {
    if (!OnceRow.claim(manager, file.name())) {
      return false;
    }
    Set<String> taken =
        NameRow.all(manager).stream()
            .flatMap(row -> JpaNameStore.usable(row).stream())
            .flatMap(NameTakeover::keys)
            .collect(Collectors.toSet());
    names.stream()
        .filter(name -> keys(name).noneMatch(taken::contains))
        .forEach(name -> manager.merge(new NameRow(name)));
    return true;
  }

  private static Stream<String> keys(KeptName kept) {
    return Stream.of("person " + kept.person().value(), "name " + kept.name().key());
  }
}
