package plenum.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import plenum.settings.StartRefused;

/**
 * Keeps a second server off a data directory. The system takes the lock away from a process that
 * ends, however it ends; the file {@code lock} stays, and tells who had it last.
 */
public final class DataLock implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(DataLock.class.getName());
  private static final String FILE = "lock";
  private static final String HELD = "locked";

  /** Far behind what the file holds: where locks bind everybody, it can be read still. */
  private static final long POSITION = Long.MAX_VALUE - 1;

  private final String known;
  private final FileChannel channel;

  private DataLock(String known, FileChannel channel) {
    this.known = known;
    this.channel = channel;
  }

  /**
   * Takes the directory, which exists.
   *
   * @throws StartRefused when another server has it, which it names, or the file of the lock cannot
   *     be written
   */
  public static DataLock take(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      String known = DataLock.class.getName() + ":" + directory.toRealPath();
      // Before the file is opened: where it is closed again, this process would lose its lock.
      Object holder = System.getProperties().putIfAbsent(known, HELD);
      if (holder == null) {
        return take(directory, file, known);
      }
      if (holder instanceof FileChannel left && System.getProperties().replace(known, left, HELD)) {
        return new DataLock(known, left);
      }
      throw refused(directory, "in this same server, which shall deploy it once");
    } catch (IOException failed) {
      throw new StartRefused(
          "The data directory %s (setting plenum.data.dir) cannot be locked: %s."
              .formatted(directory, Reasons.of(failed)));
    }
  }

  /**
   * Looks whether another server has the directory, and leaves nothing there: who looks may be
   * somebody else than who starts the server, and could not write a file of that one.
   *
   * @throws StartRefused as {@link #take}
   */
  public static void requireFree(Path directory) {
    if (Files.exists(directory.resolve(FILE))) {
      take(directory).close();
    }
  }

  private static DataLock take(Path directory, Path file, String known) throws IOException {
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        taken = lock(channel, file);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
      if (!taken) {
        throw refused(directory, holder(file));
      }
      return new DataLock(known, channel);
    } finally {
      if (!taken) {
        System.getProperties().remove(known);
      }
    }
  }

  private static boolean lock(FileChannel channel, Path file) throws IOException {
    try {
      FileLock lock = channel.tryLock(POSITION, 1, false);
      if (lock == null) {
        return false;
      }
    } catch (OverlappingFileLockException ofThisProcess) {
      return false;
    } catch (IOException unknownHere) {
      LOG.log(
          Level.WARNING,
          "The file system of {0} knows no locks ({1}): see that no second Plenum uses it.",
          file.getParent(),
          Reasons.of(unknownHere));
    }
    sign(channel);
    return true;
  }

  /** Says who has it; on a full disk nobody does. */
  private static void sign(FileChannel channel) {
    String text =
        "process %d on %s, since %s"
            .formatted(
                ProcessHandle.current().pid(),
                host(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      LOG.log(Level.DEBUG, "The lock of the data directory bears no name", full);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException nameless) {
      return "an unnamed machine";
    }
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "which did not say who it is" : text;
    } catch (IOException unreadable) {
      return "which cannot be read from " + file;
    }
  }

  private static StartRefused refused(Path directory, String holder) {
    return new StartRefused(
        ("Another Plenum uses the data directory %s: %s. Stop that one, or give this one a"
                + " directory of its own by the setting plenum.data.dir.")
            .formatted(directory, holder));
  }

  /**
   * Keeps the directory, for whoever takes it next in this process, also by other class loaders: no
   * other server gets in between.
   */
  public void leaveToThisProcess() {
    System.getProperties().replace(known, channel);
  }

  /** Gives the directory back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "The lock of the data directory was given back already", gone);
    } finally {
      System.getProperties().remove(known);
    }
  }
}
