package plenum.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import plenum.settings.StartRefused;
import plenum.settings.StoreSettings;

/**
 * The directory that holds everything Plenum keeps; made at the first start, and this server's
 * alone as long as it runs.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class DataDirectory {

  private static final System.Logger LOG = System.getLogger(DataDirectory.class.getName());

  private final Path path;
  private final Optional<DataLock> lock;
  private final AtomicBoolean released = new AtomicBoolean();
  private final List<Runnable> last = new ArrayList<>();

  /** For the container's proxy only. */
  protected DataDirectory() {
    this.path = Path.of("");
    this.lock = Optional.empty();
  }

  /**
   * @throws StartRefused when the directory cannot be made, another server uses it, a newer Plenum
   *     wrote it, or what an older one wrote cannot be brought forward
   */
  @Inject
  public DataDirectory(StoreSettings settings) {
    this.path = made(settings.dataDir());
    DataLock taken = DataLock.take(path);
    this.lock = Optional.of(taken);
    try {
      prepare(path);
    } catch (RuntimeException refused) {
      taken.close();
      throw refused;
    }
  }

  /**
   * A directory that is not locked.
   *
   * @throws StartRefused when it cannot be made
   */
  public DataDirectory(Path path) {
    this.path = made(path);
    this.lock = Optional.empty();
  }

  private static Path made(Path path) {
    Objects.requireNonNull(path, "a data directory has a path");
    try {
      return Files.createDirectories(path);
    } catch (IOException failed) {
      throw new StartRefused(
          "The data directory %s (setting plenum.data.dir) cannot be made: %s."
              .formatted(path, Reasons.of(failed)));
    }
  }

  private static void prepare(Path path) {
    DataFormat.problem(path)
        .ifPresent(
            problem -> {
              throw new StartRefused(problem);
            });
    removeLeftovers(path);
    DataFormat.bringForward(new DataDirectory(path), Formats.MIGRATIONS);
  }

  private static void removeLeftovers(Path path) {
    try {
      StoredFile.removeLeftovers(path);
    } catch (IOException failed) {
      throw new StartRefused(
          "The data directory %s (setting plenum.data.dir) cannot be used: %s."
              .formatted(path, Reasons.of(failed)));
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** A file of this directory, which need not exist yet. */
  public StoredFile file(String name) {
    return new StoredFile(path.resolve(name), released);
  }

  /**
   * Has this done before another server may have the directory: the container ends its beans in any
   * order. What was told last, and may need what was told before, is done first. It may be done
   * twice, by whoever ends, too.
   */
  public synchronized void beforeRelease(Runnable save) {
    last.add(0, save);
  }

  @PreDestroy
  synchronized void release() {
    for (Runnable save : last) {
      try {
        save.run();
      } catch (RuntimeException defect) {
        LOG.log(Level.ERROR, "Saving for the last time failed", defect);
      }
    }
    last.clear();
    released.set(true);
    if (lock.isPresent()) { // No method reference: at the stop Payara loads no more classes.
      lock.get().close();
    }
  }
}
