package plenum.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small UTF-8 file that only its owner can read, replaced as a whole: whoever reads it, also
 * after a power cut, sees the old text or the new one.
 */
public final class StoredFile {

  /** How the name of a file ends that is being written; what is left of such is no one's. */
  static final String FRESH = ".new";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path path;
  private final AtomicBoolean released;

  /**
   * @param released whether the directory may be another server's by now
   */
  StoredFile(Path path, AtomicBoolean released) {
    this.path = Objects.requireNonNull(path);
    this.released = Objects.requireNonNull(released);
  }

  /** Where it is, for sentences. */
  public Path path() {
    return path;
  }

  /** Its name in the data directory. */
  public String name() {
    return path.getFileName().toString();
  }

  /** Whether something other than a file has its name: a directory, or what would never end. */
  public boolean isOther() {
    return Files.exists(path) && !Files.isRegularFile(path);
  }

  /** Whether there is a file with more than so many bytes. */
  public boolean isLargerThan(long bytes) {
    try {
      return Files.exists(path) && Files.size(path) > bytes;
    } catch (IOException failed) {
      throw new StoreFailure("The file %s cannot be read".formatted(path), failed);
    }
  }

  /**
   * What is in it, empty when there is no such file.
   *
   * @throws StoreFailure when it cannot be read
   */
  public Optional<byte[]> read() {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new StoreFailure("The file %s cannot be read".formatted(path), failed);
    }
  }

  /**
   * Replaces the text.
   *
   * @throws StoreFailure when it cannot be written; the old text is still there then, and nothing
   *     of the new one
   */
  public synchronized void write(String text) {
    Path fresh = path.resolveSibling(name() + FRESH);
    try {
      if (released.get()) {
        throw new IOException("its directory was given back already");
      }
      Files.deleteIfExists(fresh);
      try {
        fill(fresh, StandardCharsets.UTF_8.encode(text));
        Files.move(
            fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException failed) {
      throw new StoreFailure("The file %s cannot be written".formatted(path), failed);
    }
  }

  private void fill(Path fresh, ByteBuffer bytes) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(fresh, options, ownerOnly())) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /**
   * Renames what is unusable, so that somebody can look at it and the next write does not destroy
   * it.
   *
   * @return where it is now
   * @throws StoreFailure when it cannot be renamed
   */
  public Path setAside() {
    Path aside = aside();
    try {
      return Files.move(path, aside);
    } catch (IOException failed) {
      throw new StoreFailure("The file %s cannot be set aside".formatted(path), failed);
    }
  }

  /**
   * Renames what is kept elsewhere from now on; does nothing when it is done already.
   *
   * @throws StoreFailure when it cannot be renamed
   */
  public void retire() {
    try {
      Files.move(
          path,
          path.resolveSibling(name() + ".taken-over"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException already) {
      // Nobody reads it any more.
    } catch (IOException failed) {
      throw new StoreFailure("The file %s cannot be renamed".formatted(path), failed);
    }
  }

  /**
   * Copies a file that is usable in part, for the same reason.
   *
   * @return where the copy is
   * @throws StoreFailure when there is no whole copy
   */
  public Path copyAside() {
    Path aside = aside();
    try {
      return Files.copy(path, aside, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException failed) {
      StoreFailure failure =
          new StoreFailure("The file %s cannot be copied aside".formatted(path), failed);
      delete(aside, failure);
      throw failure;
    }
  }

  private static void delete(Path half, StoreFailure failure) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException also) {
      failure.addSuppressed(also);
    }
  }

  private Path aside() {
    String stamp = Instant.now().toString().replace(':', '-');
    return path.resolveSibling(name() + ".unreadable-" + stamp);
  }

  /**
   * Takes away what others than its owner may do with it, where files have such rights.
   *
   * @return whether others could read or write it until now
   * @throws StoreFailure when they still can
   */
  public boolean closeToOthers() {
    try {
      if (!isPosix() || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
        return false;
      }
      Files.setPosixFilePermissions(path, OWNER_ONLY);
      return true;
    } catch (IOException failed) {
      throw new StoreFailure(
          "Others can read the file %s, and that cannot be changed".formatted(path), failed);
    }
  }

  /** Removes what a write that was cut off left of a file in this directory. */
  static void removeLeftovers(Path directory) throws IOException {
    try (var leftovers = Files.newDirectoryStream(directory, "*" + FRESH)) {
      for (Path leftover : leftovers) {
        if (Files.isRegularFile(leftover, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(leftover);
        }
      }
    }
  }

  private boolean isPosix() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
