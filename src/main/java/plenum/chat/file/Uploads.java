package plenum.chat.file;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import plenum.chat.file.FileRefused.Reason;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.settings.Current;
import plenum.settings.FileSettings;
import plenum.store.Reasons;
import plenum.store.Storage;
import plenum.store.StoreFailure;

/**
 * All files of chats: those that come in, and those that messages have. Thread-safe. Who may send
 * one is not asked here. What is not taken is thrown as {@link FileRefused}.
 */
public final class Uploads {

  private static final System.Logger LOG = System.getLogger(Uploads.class.getName());

  /** As the health check names them. */
  static final String OF_HEALTH = "files";

  private static final Duration PAUSE = Duration.ofHours(1);

  /** A file that a message has. */
  private record Held(PersonId by, String room, long bytes) {}

  private final Current<FileSettings> settings;
  private final InstantSource clock;
  private final Depot depot;
  private final Storage storage;
  private final Ledger ledger = new Ledger();
  private final Map<FileId, Upload> coming = new HashMap<>();
  private final Map<FileId, Held> held = new HashMap<>();
  private final AtomicReference<Instant> toldOfSpace =
      new AtomicReference<>(Instant.EPOCH.minus(PAUSE));

  /**
   * @param folder where they lie
   * @param storage is told when none can be written, and when one can be again
   */
  public Uploads(
      Current<FileSettings> settings, InstantSource clock, Path folder, Storage storage) {
    this.settings = settings;
    this.clock = clock;
    this.depot = new Depot(folder);
    this.storage = storage;
  }

  /**
   * Begins one.
   *
   * @param room for whose people it is
   * @param bytes how long it will be
   * @throws FileRefused {@code FILES_NOT_PERMITTED}, {@code FILE_INVALID}, {@code FILE_TOO_LARGE},
   *     {@code FILE_TYPE_REFUSED}, {@code TOO_MANY_UPLOADS}, {@code FILES_FULL}, {@code NO_SPACE}
   */
  public FileId begin(Actor actor, String room, String rawName, long bytes) {
    FileSettings limits = settings.now();
    FileName name = FileName.of(rawName);
    Types.require(limits, name, bytes);
    requireSpace(bytes, limits);
    Upload upload = new Upload(FileId.fresh(), actor.person(), room, name, bytes, clock.instant());
    reserve(upload, limits);
    try {
      depot.create(upload.id());
    } catch (IOException failed) {
      drop(upload);
      throw failed(failed);
    }
    return upload.id();
  }

  /** Who looks after the site is told as well, once an hour. */
  private void requireSpace(long bytes, FileSettings limits) {
    long free = depot.free();
    if (free - bytes >= limits.freeBytes()) {
      return;
    }
    Instant now = clock.instant();
    Instant before = toldOfSpace.getAndUpdate(told -> told.plus(PAUSE).isAfter(now) ? told : now);
    if (!before.plus(PAUSE).isAfter(now)) {
      LOG.log(
          Level.WARNING,
          "A file of {0} bytes is not taken: {1} bytes of the disk are free, of which {2} are to"
              + " stay so (setting plenum.chat.files.free-megabytes).",
          Long.toString(bytes),
          Long.toString(free),
          Long.toString(limits.freeBytes()));
    }
    throw noSpace();
  }

  private synchronized void reserve(Upload upload, FileSettings limits) {
    long own = coming.values().stream().filter(one -> one.by().equals(upload.by())).count();
    if (own >= limits.uploads()) {
      throw new FileRefused(Reason.TOO_MANY_UPLOADS, "too-many-uploads");
    }
    ledger.require(upload.by(), upload.room(), upload.bytes(), limits);
    ledger.add(upload.by(), upload.room(), upload.bytes());
    coming.put(upload.id(), upload);
  }

  /** Whether there is such an upload, whosever it is. */
  public synchronized boolean isComing(FileId id) {
    return coming.containsKey(id);
  }

  /**
   * How much of it is there; the next piece begins there.
   *
   * @throws FileRefused {@code NO_SUCH_FILE}
   */
  public Progress progress(Actor actor, FileId id) {
    Upload upload = own(actor, id);
    return new Progress(upload.offset(), upload.bytes());
  }

  /** How much of a file is there, and how long it will be, in bytes. */
  public record Progress(long offset, long bytes) {}

  /**
   * Takes the next piece; with the last one it is seen what the file is, and of a picture all goes
   * that tells of whom it is from ({@link Traces}).
   *
   * @param room where the actor may send files now
   * @throws FileRefused {@code NO_SUCH_FILE} also for one that is for another room; {@code
   *     WRONG_OFFSET}, {@code FILE_INVALID}; {@code NO_SPACE}, and the same piece may come again;
   *     {@code FILE_TYPE_REFUSED}, and the file is gone
   */
  public Progress add(Actor actor, String room, FileId id, long offset, byte[] piece) {
    Upload upload = own(actor, id);
    if (!upload.room().equals(room)) {
      throw FileRefused.noSuchFile();
    }
    try {
      boolean whole =
          upload.add(offset, piece, clock.instant(), (from, bytes) -> depot.write(id, from, bytes));
      if (whole) {
        complete(upload);
      }
      return new Progress(upload.offset(), upload.bytes());
    } catch (IOException failed) {
      throw failed(failed);
    }
  }

  private void complete(Upload upload) throws IOException {
    try {
      Path path = depot.path(upload.id());
      Attachment found =
          Types.attachment(settings.now(), upload.id(), upload.name(), path, upload.bytes());
      Attachment bare = found.type().isPicture() ? withoutTraces(found) : found;
      depot.seal(upload.id());
      requireComing(upload);
      upload.complete(bare);
    } catch (NoSuchFileException givenUp) {
      drop(upload);
      throw FileRefused.noSuchFile();
    } catch (FileRefused refused) {
      drop(upload);
      throw refused;
    } catch (IOException failed) {
      drop(upload);
      throw failed;
    }
  }

  /** What a picture tells beside itself is not kept, and nobody gets it. */
  private Attachment withoutTraces(Attachment picture) throws IOException {
    Traces traces = Types.traces(picture, depot.path(picture.id()));
    long bytes = depot.change(picture.id(), traces.cuts());
    return picture.with(bytes, picture.picture().map(traces.orientation()::turned));
  }

  /** Who gave it up in between has removed it, maybe before it was written anew. */
  private void requireComing(Upload upload) {
    if (!isComing(upload.id())) {
      depot.delete(upload.id());
      throw FileRefused.noSuchFile();
    }
  }

  /** Gives one up; does nothing where there is none of the actor's. */
  public void cancel(Actor actor, FileId id) {
    Upload upload;
    synchronized (this) {
      upload = coming.get(id);
    }
    if (upload != null && upload.by().equals(actor.person())) {
      drop(upload);
    }
  }

  /**
   * The whole file becomes a message's.
   *
   * @throws FileRefused {@code NO_SUCH_FILE}
   */
  public synchronized Attachment take(PersonId by, String room, FileId id) {
    Upload upload = coming.get(id);
    if (upload == null
        || !upload.by().equals(by)
        || !upload.room().equals(room)
        || upload.whole().isEmpty()) {
      throw FileRefused.noSuchFile();
    }
    Attachment file = upload.whole().get();
    coming.remove(id);
    held.put(id, new Held(by, room, file.bytes()));
    ledger.remove(by, room, upload.bytes());
    ledger.add(by, room, file.bytes());
    return file;
  }

  /** A message of an earlier run has this file. */
  public synchronized void restore(PersonId by, String room, Attachment file) {
    if (held.put(file.id(), new Held(by, room, file.bytes())) == null) {
      ledger.add(by, room, file.bytes());
    }
  }

  /** No message has this file any more. Waits for the disk. */
  public void release(FileId id) {
    synchronized (this) {
      Held file = held.remove(id);
      if (file == null) {
        return;
      }
      ledger.remove(file.by(), file.room(), file.bytes());
    }
    depot.delete(id);
  }

  /** There is nobody in a room any more to whom what comes in could be sent. */
  public void endOf(String room) {
    dropAll(one -> one.room().equals(room));
  }

  /** Somebody is known no longer. */
  public void forget(PersonId person) {
    dropAll(one -> one.by().equals(person));
  }

  /** Gives up what does not go on. */
  public void dropOld() {
    Instant old = clock.instant().minus(settings.now().unfinished());
    dropAll(one -> one.hasStoodSince(old));
  }

  /** Where none could be written, whether one can be now: nobody may send one for long. */
  public void tryAgain() {
    if (!storage.isFailing(OF_HEALTH)) {
      return;
    }
    try {
      depot.probe();
      storage.written(OF_HEALTH);
    } catch (IOException still) {
      failed(still);
    }
  }

  private void dropAll(Predicate<Upload> which) {
    List<Upload> dropped;
    synchronized (this) {
      dropped = coming.values().stream().filter(which).toList();
    }
    dropped.forEach(this::drop);
  }

  private void drop(Upload upload) {
    synchronized (this) {
      if (coming.remove(upload.id()) == null) {
        return; // A message has it, or somebody else dropped it.
      }
      ledger.remove(upload.by(), upload.room(), upload.bytes());
    }
    upload.giveUp();
    depot.delete(upload.id());
  }

  /** Removes what a crash left behind: at the start, when all messages are known. */
  public void sweep() {
    Set<FileId> known;
    synchronized (this) {
      known = Set.copyOf(held.keySet());
    }
    int removed = depot.keepOnly(known);
    if (removed > 0) {
      LOG.log(
          Level.INFO, "{0} files of chats were no message''s any more, and are removed", removed);
    }
  }

  /** Where a message's file lies; it may be gone when it is opened. */
  public Path path(Attachment file) {
    return depot.path(file.id());
  }

  /** Bytes of all files, as much as is announced of those that come in. */
  public synchronized long bytes() {
    return ledger.bytes();
  }

  /** All files. */
  public synchronized int count() {
    return ledger.count();
  }

  private synchronized Upload own(Actor actor, FileId id) {
    Upload upload = coming.get(id);
    if (upload == null || !upload.by().equals(actor.person())) {
      throw FileRefused.noSuchFile();
    }
    return upload;
  }

  private static FileRefused noSpace() {
    return new FileRefused(Reason.NO_SPACE, "no-space");
  }

  private FileRefused failed(IOException failed) {
    storage.failedBeside(
        OF_HEALTH, new StoreFailure("A file of a chat cannot be written", Reasons.of(failed)));
    return noSpace();
  }
}
