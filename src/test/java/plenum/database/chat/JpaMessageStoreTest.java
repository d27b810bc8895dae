package plenum.database.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.chat.ChatMessage;
import plenum.chat.MessageId;
import plenum.chat.MessageKind;
import plenum.chat.MessageStore.Kept;
import plenum.chat.file.Attachment;
import plenum.chat.file.Dimensions;
import plenum.chat.file.FileId;
import plenum.chat.file.FileName;
import plenum.database.WithDatabase;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.room.NamedPerson;
import plenum.room.RoomId;
import plenum.settings.FileType;

class JpaMessageStoreTest extends WithDatabase {

  private static final NamedPerson ADA =
      new NamedPerson(PersonId.fresh(), DisplayName.of("Ada '\uD83D\uDE80"));
  private static final NamedPerson BOB =
      new NamedPerson(PersonId.fresh(), DisplayName.of("<b>Bob</b>"));

  private static final Attachment FILE =
      new Attachment(
          new FileId("f".repeat(22)),
          new FileName("a 'b' \uD83D\uDE80.png"),
          FileType.PNG,
          7_000_000_000L,
          Optional.of(new Dimensions(4, 3)));

  private JpaMessageStore store() {
    return new JpaMessageStore(database, queue);
  }

  private static Kept message(String room, String id, long number, String text) {
    return new Kept(
        new RoomId(room),
        new ChatMessage(
            new MessageId(id),
            number,
            MessageKind.REAL_TIME,
            ADA,
            number % 2 == 0 ? Optional.of(BOB) : Optional.empty(),
            Optional.of(new MessageId("m0")),
            text,
            number == 3 ? Optional.of(FILE) : Optional.empty(),
            Instant.ofEpochMilli(1_000 + number),
            number % 2 == 0 ? Optional.of(Instant.ofEpochMilli(5_000)) : Optional.empty(),
            text.isEmpty()));
  }

  @Test
  void keepsMessagesAsTheyAre() {
    Kept second = message("a", "m2", 2, "\uD83D\uDE80'".repeat(2_700) + "\n שלום");
    Kept first = message("a", "m1", 1, "'; drop table chat_message; --");
    Kept other = message("b", "m3", 3, "");
    List.of(second, first, other).forEach(store()::put);
    restart();

    assertEquals(List.of(first, second, other), store().all());
  }

  @Test
  void keepsAMessageAsItIsNow() {
    store().put(message("a", "m1", 1, "helo"));
    flush();
    store().put(message("a", "m1", 1, "hello"));
    restart();

    assertEquals(List.of(message("a", "m1", 1, "hello")), store().all());
  }

  @Test
  void forgetsAMessageAndThoseOfARoomAlsoWhatIsNotWritten() {
    store().put(message("a", "m1", 1, "one"));
    store().put(message("a", "m2", 2, "two"));
    store().put(message("b", "m3", 1, "three"));
    store().put(message("b", "m4", 2, "four"));
    store().remove(new MessageId("m4"));
    store().removeAll(new RoomId("a"));
    flush();

    assertEquals(List.of(message("b", "m3", 1, "three")), store().all());
  }
}
