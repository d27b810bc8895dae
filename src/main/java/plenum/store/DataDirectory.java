package plenum.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import plenum.settings.StoreSettings;

/**
 * The directory that holds everything Plenum keeps; made at the first start.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class DataDirectory {

  private final Path path;

  /** For the container's proxy only. */
  protected DataDirectory() {
    this.path = Path.of("");
  }

  /**
   * @throws UncheckedIOException when the directory cannot be made
   */
  @Inject
  public DataDirectory(StoreSettings settings) {
    this(settings.dataDir());
  }

  /**
   * @throws UncheckedIOException when the directory cannot be made
   */
  public DataDirectory(Path path) {
    this.path = Objects.requireNonNull(path, "a data directory has a path");
    try {
      Files.createDirectories(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The data directory %s (setting plenum.data.dir) cannot be made.".formatted(path),
          failed);
    }
  }

  /** A file of this directory, which need not exist yet. */
  public StoredFile file(String name) {
    return new StoredFile(path.resolve(name));
  }
}
