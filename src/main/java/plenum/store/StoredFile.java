package plenum.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A small UTF-8 file that only its owner can read, replaced as a whole: whoever reads it, also
 * after a power cut, sees the old text or the new one.
 */
public final class StoredFile {

  private final Path path;

  StoredFile(Path path) {
    this.path = Objects.requireNonNull(path);
  }

  /** The text, empty when there is no such file. */
  public Optional<String> read() {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException notYet) {
      return Optional.empty();
    } catch (IOException failed) {
      throw new UncheckedIOException("The file " + path + " cannot be read.", failed);
    }
  }

  /** Replaces the text. */
  public synchronized void write(String text) {
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (FileChannel channel = FileChannel.open(fresh, options, ownerOnly())) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException("The file " + path + " cannot be written.", failed);
    }
  }

  /**
   * Renames an unusable file, so that somebody can look at it and the next write does not destroy
   * it.
   *
   * @return where it is now
   */
  public Path setAside() {
    String stamp = Instant.now().toString().replace(':', '-');
    Path aside = path.resolveSibling(path.getFileName() + ".unreadable-" + stamp);
    try {
      return Files.move(path, aside);
    } catch (IOException failed) {
      throw new UncheckedIOException("The file " + path + " cannot be set aside.", failed);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
