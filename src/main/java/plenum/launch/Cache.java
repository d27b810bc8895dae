package plenum.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The folder in which {@code plenum.jar} keeps what it unpacked, a folder for each content of each
 * part, which nobody writes into after it has got its name. Several servers may share it.
 *
 * @param folder made when it is needed
 */
record Cache(Path folder) {

  private static final String LOCK = "lock";
  private static final String TEMPORARY = ".new-";

  /** What is not in use and was used lately stays: its server may be about to begin. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  /** In each folder, locked by the servers that use it. */
  private static final String IN_USE = "in-use";

  /** Channels that nobody refers to are closed by the collector, which would end their locks. */
  private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

  Cache {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The folder with the part, which is unpacked if it is not there. What others prepared need not
   * be writable.
   *
   * @param name how folders of this part begin
   * @throws LaunchRefused if that is impossible
   */
  Path unpacked(Part part, String name) {
    Path target = folder.resolve(name + "-" + part.digest());
    try {
      if (!part.isIn(target)) {
        Files.createDirectories(folder);
        try (FileChannel channel = open(folder.resolve(LOCK));
            FileLock alone = channel.lock()) {
          unpack(part, target, alone);
        }
      }
      touch(target.resolve(IN_USE));
      return target;
    } catch (IOException | UncheckedIOException failed) {
      throw new LaunchRefused(
          "Plenum cannot unpack itself into %s (--cache): %s."
              .formatted(folder, Reason.of(failed)));
    }
  }

  /** Others may have done it while the lock was waited for. */
  private void unpack(Part part, Path target, FileLock alone) throws IOException {
    if (!alone.isValid() || part.isIn(target)) {
      return;
    }
    Path fresh = folder.resolve(TEMPORARY + target.getFileName());
    Folders.delete(fresh);
    Folders.delete(target);
    try {
      part.unpack(fresh);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folders.delete(fresh); // On a full disk, half of it would keep the disk full.
    }
  }

  /** Another user's file, or one on a disk that takes nothing, is left as it is. */
  private static void touch(Path file) {
    try {
      if (!Files.exists(file)) {
        open(file).close();
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException prepared) {
      // Who prepared it looks after it; nobody can remove it from a folder that takes no file.
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Keeps one of its folders from being removed until this process ends. */
  static void use(Path part) throws IOException {
    Path inUse = part.resolve(IN_USE);
    if (Files.exists(inUse)) {
      FileChannel channel = FileChannel.open(inUse, StandardOpenOption.READ);
      channel.lock(0, Long.MAX_VALUE, true);
      HELD.add(channel);
    }
  }

  /**
   * Removes what earlier versions left behind.
   *
   * @param own what this server uses
   */
  void removeOld(Set<Path> own) throws IOException {
    try (FileChannel channel = open(folder.resolve(LOCK));
        FileLock alone = channel.tryLock()) {
      if (alone == null) {
        return; // Somebody unpacks something now.
      }
      for (Path part : Folders.in(folder)) {
        if (Files.isDirectory(part) && !own.contains(part) && isUnused(part)) {
          Folders.delete(part);
        }
      }
    }
  }

  private static boolean isUnused(Path part) throws IOException {
    Path inUse = part.resolve(IN_USE);
    if (!Files.exists(inUse)) {
      return part.getFileName().toString().startsWith(TEMPORARY);
    }
    Instant used = Files.getLastModifiedTime(inUse).toInstant();
    if (used.isAfter(Instant.now().minus(LATELY))) {
      return false;
    }
    try (FileChannel channel = open(inUse);
        FileLock alone = channel.tryLock()) {
      return alone != null;
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    }
  }
}
