package plenum.database.chat;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import plenum.chat.ChatMessage;
import plenum.chat.MessageId;
import plenum.chat.MessageKind;
import plenum.chat.MessageStore.Kept;
import plenum.chat.file.Attachment;
import plenum.chat.file.Dimensions;
import plenum.chat.file.FileId;
import plenum.chat.file.FileName;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.settings.FileType;

/** A message of a room that keeps them. */
@Entity
@Table(name = "chat_message")
public class MessageRow {

  @Id
  @Column(name = "id")
  private String id;

  @Column(name = "room_id")
  private String roomId;

  @Column(name = "number")
  private long number;

  @Column(name = "kind")
  private String kind;

  @Column(name = "author_id")
  private String authorId;

  @Column(name = "author_name")
  private String authorName;

  @Column(name = "to_id")
  private String toId;

  @Column(name = "to_name")
  private String toName;

  @Column(name = "reply_id")
  private String replyId;

  @Column(name = "content")
  private String content;

  @Column(name = "file_id")
  private String fileId;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "file_type")
  private String fileType;

  @Column(name = "file_bytes")
  private Long fileBytes;

  @Column(name = "file_width")
  private Integer fileWidth;

  @Column(name = "file_height")
  private Integer fileHeight;

  @Column(name = "at")
  private Instant at;

  @Column(name = "edited")
  private Instant edited;

  @Column(name = "deleted")
  private boolean deleted;

  protected MessageRow() {}

  MessageRow(Kept kept) {
    ChatMessage message = kept.message();
    this.id = message.id().value();
    this.roomId = kept.room().value();
    this.number = message.number();
    this.kind = message.kind().name();
    this.authorId = message.author().person().value();
    this.authorName = message.author().name().value();
    this.toId = message.to().map(one -> one.person().value()).orElse(null);
    this.toName = message.to().map(one -> one.name().value()).orElse(null);
    this.replyId = message.reply().map(MessageId::value).orElse(null);
    this.content = message.text();
    message.file().ifPresent(this::set);
    this.at = message.at();
    this.edited = message.edited().orElse(null);
    this.deleted = message.deleted();
  }

  private void set(Attachment file) {
    this.fileId = file.id().value();
    this.fileName = file.name().value();
    this.fileType = file.type().name();
    this.fileBytes = file.bytes();
    this.fileWidth = file.picture().map(Dimensions::width).orElse(null);
    this.fileHeight = file.picture().map(Dimensions::height).orElse(null);
  }

  private Optional<Attachment> file() {
    return Optional.ofNullable(fileId)
        .map(
            id ->
                new Attachment(
                    new FileId(id),
                    new FileName(fileName),
                    FileType.valueOf(fileType),
                    fileBytes,
                    Optional.ofNullable(fileWidth)
                        .map(width -> new Dimensions(width, fileHeight))));
  }

  /**
   * @throws RuntimeException when it holds what this Plenum does not understand
   */
  Kept kept() {
    return new Kept(
        new RoomId(roomId),
        new ChatMessage(
            new MessageId(id),
            number,
            MessageKind.valueOf(kind),
            named(authorId, authorName),
            Optional.ofNullable(toId).map(person -> named(person, toName)),
            Optional.ofNullable(replyId).map(MessageId::new),
            content,
            file(),
            at,
            Optional.ofNullable(edited),
            deleted));
  }

  private static NamedPerson named(String person, String name) {
    return new NamedPerson(new PersonId(person), DisplayName.of(name));
  }
}
