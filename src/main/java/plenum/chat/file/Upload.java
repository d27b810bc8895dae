package plenum.chat.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import plenum.identity.PersonId;

/**
 * A file that comes in, or has come in and is no message's yet. Pieces of one file wait for each
 * other, and for the disk.
 */
final class Upload {

  /** Takes what the disk takes. */
  interface Writer {
    void write(long offset, byte[] piece) throws IOException;
  }

  private final FileId id;
  private final PersonId by;
  private final String room;
  private final FileName name;
  private final long bytes;
  private long offset;
  private volatile Instant lastMoved;
  private volatile Optional<Attachment> whole = Optional.empty();
  private boolean gone;

  /**
   * @param bytes how long it will be
   */
  Upload(FileId id, PersonId by, String room, FileName name, long bytes, Instant now) {
    this.id = id;
    this.by = by;
    this.room = room;
    this.name = name;
    this.bytes = bytes;
    this.lastMoved = now;
  }

  FileId id() {
    return id;
  }

  PersonId by() {
    return by;
  }

  String room() {
    return room;
  }

  FileName name() {
    return name;
  }

  long bytes() {
    return bytes;
  }

  synchronized long offset() {
    return offset;
  }

  /** What it is, once all of it is there. */
  Optional<Attachment> whole() {
    return whole;
  }

  boolean hasStoodSince(Instant time) {
    return lastMoved.isBefore(time);
  }

  /**
   * Takes a piece.
   *
   * @return whether all of it is there now
   * @throws FileRefused {@code WRONG_OFFSET} where it does not go on, {@code FILE_INVALID} where it
   *     is more than was announced, {@code NO_SUCH_FILE} when it was given up meanwhile
   */
  synchronized boolean add(long from, byte[] piece, Instant now, Writer disk) throws IOException {
    if (gone) {
      throw new FileRefused(FileRefused.Reason.NO_SUCH_FILE, "no-such-file");
    }
    if (from != offset) {
      throw new FileRefused(FileRefused.Reason.WRONG_OFFSET, "wrong-offset", offset);
    }
    if (piece.length > bytes - offset) {
      throw new FileRefused(FileRefused.Reason.FILE_INVALID, "file-invalid.longer");
    }
    disk.write(from, piece);
    offset += piece.length;
    lastMoved = now;
    return piece.length > 0 && offset == bytes;
  }

  void complete(Attachment attachment) {
    whole = Optional.of(attachment);
  }

  /** Takes no piece any more, and none is being written. */
  synchronized void giveUp() {
    gone = true;
  }
}
