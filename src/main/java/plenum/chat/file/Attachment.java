package plenum.chat.file;

import java.util.Objects;
import java.util.Optional;
import plenum.settings.FileType;

/**
 * A whole file that a message brings along.
 *
 * @param type what its content is
 * @param bytes how long it is
 * @param picture how large it is, where pages show it
 */
public record Attachment(
    FileId id, FileName name, FileType type, long bytes, Optional<Dimensions> picture) {

  public Attachment {
    Objects.requireNonNull(id, "a file has an id");
    Objects.requireNonNull(name, "a file has a name");
    Objects.requireNonNull(type, "a file is something");
    Objects.requireNonNull(picture, "what is no picture has no size");
  }

  /** It as it is written anew. */
  Attachment with(long newBytes, Optional<Dimensions> newPicture) {
    return new Attachment(id, name, type, newBytes, newPicture);
  }
}
