package plenum.chat;

import java.util.Objects;
import java.util.Optional;
import plenum.chat.file.FileId;
import plenum.identity.PersonId;

/**
 * What somebody wants to say.
 *
 * @param token the writer's own name for it: sent again under the same one, it is the same message;
 *     empty for what is never sent again
 * @param to the only one who shall read it; empty: everybody in the room
 * @param reply the message that it answers
 * @param text empty where a file says all
 * @param file that it brings along, which is uploaded
 */
public record NewMessage(
    String token,
    Optional<PersonId> to,
    Optional<MessageId> reply,
    String text,
    Optional<FileId> file) {

  public NewMessage {
    Objects.requireNonNull(token, "no token is empty");
    Objects.requireNonNull(to, "everybody is empty");
    Objects.requireNonNull(reply, "an answer to nothing is empty");
    Objects.requireNonNull(text, "something is said");
    Objects.requireNonNull(file, "no file is empty");
  }

  /** To everybody, and said once. */
  public static NewMessage toAll(String text) {
    return new NewMessage("", Optional.empty(), Optional.empty(), text, Optional.empty());
  }
}
