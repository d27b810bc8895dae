package plenum.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import plenum.store.DataDirectory;
import plenum.store.Reasons;
import plenum.store.Storage;
import plenum.store.StoreFailure;
import plenum.time.Stopwatch;

/**
 * Copies of the database's file, made while it is used: one a day, and one whenever somebody makes
 * the file {@value #WISH} in the data directory. Used by one thread at a time.
 */
final class Backups {

  /** Whoever makes it gets a copy now. */
  static final String WISH = "backup-now";

  private static final System.Logger LOG = System.getLogger(Backups.class.getName());
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** As the health check names them. */
  static final String OF_HEALTH = "backups";

  private static final String FOLDER = "backups";
  private static final String NAME = "plenum-%s.zip";

  private final Database database;
  private final Path directory;
  private final IntSupplier most;
  private final Storage storage;
  private Optional<Stopwatch> failed = Optional.empty();

  /**
   * @param directory the data directory
   * @param most copies that are kept; 0: none is made but those that are wished for
   * @param storage is told when one cannot be made, and when it can be again
   */
  Backups(Database database, Path directory, IntSupplier most, Storage storage) {
    this.database = database;
    this.directory = directory;
    this.most = most;
    this.storage = storage;
  }

  /** Makes the copy that is due, if one is. One that fails is tried again after a minute. */
  void look(LocalDate today) {
    Path wish = directory.resolve(WISH);
    Path file = directory.resolve(FOLDER).resolve(NAME.formatted(today));
    boolean due = Files.exists(wish) || most.getAsInt() > 0 && !Files.exists(file);
    if (!due) {
      succeeded();
      return;
    }
    if (failed.filter(since -> since.passed().compareTo(PAUSE) < 0).isPresent()) {
      return;
    }
    try {
      make(file);
      Files.deleteIfExists(wish);
      succeeded();
      LOG.log(Level.INFO, "The database is copied to {0}.", file);
      removeOld();
    } catch (IOException why) {
      failed(file, Reasons.of(why));
    } catch (StoreFailure why) {
      failed(file, why.reason());
    } catch (RuntimeException why) {
      failed(file, String.valueOf(why.getMessage()));
    }
  }

  /** Or nobody wants it any more. */
  private void succeeded() {
    failed = Optional.empty();
    storage.written(OF_HEALTH);
  }

  private void failed(Path file, String why) {
    failed = Optional.of(Stopwatch.start(System::nanoTime));
    storage.failedBeside(
        OF_HEALTH, new StoreFailure("The database cannot be copied to %s".formatted(file), why));
  }

  /** Half a copy would keep a full disk full. */
  private void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try {
      database.copyTo(fresh);
      new DataDirectory(fresh.getParent()).file(fresh.getFileName().toString()).closeToOthers();
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** One that somebody has opened may stay until the next copy. */
  private void removeOld() {
    try {
      List<Path> all = all();
      for (Path old : all.subList(0, Math.max(0, all.size() - Math.max(1, most.getAsInt())))) {
        Files.deleteIfExists(old);
      }
    } catch (IOException why) {
      LOG.log(Level.WARNING, "Old copies of the database stay: {0}.", Reasons.of(why));
    }
  }

  /** The oldest first. */
  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(FOLDER))) {
      return files
          .filter(file -> file.getFileName().toString().matches("plenum-[0-9-]{10}\\.zip"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
