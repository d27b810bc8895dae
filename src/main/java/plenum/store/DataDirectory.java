package plenum.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
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

  private final Path path;
  private final Optional<DataLock> lock;

  /** For the container's proxy only. */
  protected DataDirectory() {
    this.path = Path.of("");
    this.lock = Optional.empty();
  }

  /**
   * @throws StartRefused when the directory cannot be made, or another server uses it
   */
  @Inject
  public DataDirectory(StoreSettings settings) {
    this.path = made(settings.dataDir());
    this.lock = Optional.of(DataLock.take(path));
    removeLeftovers();
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

  private void removeLeftovers() {
    try {
      StoredFile.removeLeftovers(path);
    } catch (IOException failed) {
      lock.ifPresent(DataLock::close);
      throw new StartRefused(
          "The data directory %s (setting plenum.data.dir) cannot be used: %s."
              .formatted(path, Reasons.of(failed)));
    }
  }

  /** A file of this directory, which need not exist yet. */
  public StoredFile file(String name) {
    return new StoredFile(path.resolve(name));
  }

  @PreDestroy
  void release() {
    lock.ifPresent(DataLock::close);
  }
}
