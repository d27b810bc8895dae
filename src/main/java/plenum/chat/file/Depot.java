package plenum.chat.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import plenum.chat.file.Traces.Cut;

/**
 * Where the files lie: a folder of the data directory that is its owner's alone, each under its id,
 * so that no name of somebody's ever becomes a path. Threads may write different files at once.
 */
final class Depot {

  private static final System.Logger LOG = System.getLogger(Depot.class.getName());

  private final Path folder;

  /**
   * @param folder is made with the first file
   */
  Depot(Path folder) {
    this.folder = folder;
  }

  /** Bytes that the disk still has; as many as there can be where that is not known. */
  long free() {
    try {
      Files.createDirectories(folder, rights("rwx------"));
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE; // Whether there is room shows when it is written.
    }
  }

  /** A new file, with nothing in it. */
  void create(FileId id) throws IOException {
    Files.createDirectories(folder, rights("rwx------"));
    Files.createFile(path(id), rights("rw-------"));
  }

  /** Writes all of a piece, or leaves the file as long as it was. */
  void write(FileId id, long offset, byte[] piece) throws IOException {
    try (FileChannel channel = FileChannel.open(path(id), StandardOpenOption.WRITE)) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
          channel.write(bytes, offset + bytes.position());
        }
      } catch (IOException full) {
        channel.truncate(offset);
        throw full;
      }
    }
  }

  /**
   * Writes a file anew with these parts of it changed, or leaves it as it was.
   *
   * @return how long it is now
   */
  long change(FileId id, List<Cut> cuts) throws IOException {
    Path before = path(id);
    if (cuts.isEmpty()) {
      return Files.size(before);
    }
    Path after = folder.resolve(id.value() + ".new");
    Files.createFile(after, rights("rw-------"));
    try {
      copy(before, cuts, after);
      Files.move(after, before, StandardCopyOption.ATOMIC_MOVE);
      return Files.size(before);
    } finally {
      Files.deleteIfExists(after);
    }
  }

  private static void copy(Path before, List<Cut> cuts, Path after) throws IOException {
    try (FileChannel from = FileChannel.open(before);
        FileChannel to = FileChannel.open(after, StandardOpenOption.WRITE)) {
      long at = 0;
      for (Cut cut : cuts) {
        copy(from, at, cut.at(), to);
        ByteBuffer instead = ByteBuffer.wrap(cut.instead());
        while (instead.hasRemaining()) {
          to.write(instead);
        }
        at = cut.at() + cut.length();
      }
      copy(from, at, from.size(), to);
    }
  }

  private static void copy(FileChannel from, long at, long end, FileChannel to) throws IOException {
    long next = at;
    while (next < end) {
      next += from.transferTo(next, end - next, to);
    }
  }

  /** Whether something can be written now; nothing stays of it. */
  void probe() throws IOException {
    FileId none = FileId.fresh();
    try {
      create(none);
      write(none, 0, new byte[1]);
    } finally {
      Files.deleteIfExists(path(none));
    }
  }

  /** Waits until the disk has all of it, so that it is whole after a power cut too. */
  void seal(FileId id) throws IOException {
    try (FileChannel channel = FileChannel.open(path(id), StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  Path path(FileId id) {
    return folder.resolve(id.value());
  }

  /** Removes one; one that cannot be removed now is no message's, and the next start does it. */
  void delete(FileId id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException held) {
      LOG.log(Level.WARNING, "The file {0} cannot be removed yet: {1}", path(id), held);
    }
  }

  /** Removes all but these; tells how many. */
  int keepOnly(Set<FileId> kept) {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && FileId.parse(name).filter(kept::contains).isEmpty()) {
          Files.deleteIfExists(file);
          removed++;
        }
      }
    } catch (NoSuchFileException none) {
      return 0;
    } catch (IOException | UncheckedIOException failed) {
      LOG.log(
          Level.WARNING, "Files that are no message''s cannot be removed: {0}", failed.toString());
    }
    return removed;
  }

  private FileAttribute<?>[] rights(String posix) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
