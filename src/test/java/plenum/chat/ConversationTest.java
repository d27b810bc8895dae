package plenum.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.room.NamedPerson;
import plenum.testing.Actors;

class ConversationTest {

  private static final int MOST = 3;

  private final Conversation said = new Conversation(file -> {});

  private List<MessageId> add(String id, int characters) {
    ChatMessage message =
        new ChatMessage(
            new MessageId(id),
            said.number(true),
            MessageKind.TEXT,
            new NamedPerson(Actors.id("Ada"), DisplayName.of("Ada")),
            Optional.empty(),
            Optional.empty(),
            "x".repeat(characters),
            Optional.empty(),
            Instant.EPOCH,
            Optional.empty(),
            false);
    return said.add(message, "", MOST);
  }

  private static List<MessageId> ids(String... ids) {
    return List.of(ids).stream().map(MessageId::new).toList();
  }

  @Test
  void keepsSoManyMessages() {
    add("a", 1);
    add("b", 1);
    assertEquals(List.of(), add("c", 1));
    assertEquals(ids("a"), add("d", 1));
  }

  @Test
  void keepsSoManyCharactersAndOneMessageOfAnyLength() {
    assertEquals(List.of(), add("a", 2_000));
    assertEquals(ids("a"), add("b", 400));
    assertEquals(List.of(), add("c", 500));
    assertEquals(ids("b"), add("d", 1));
  }

  @Test
  void countsWhatIsLeftOfAMessage() {
    add("a", 400);
    add("b", 400);
    said.change(new MessageId("b"), ChatMessage::asDeleted);
    assertEquals(List.of(), add("c", 500));
  }
}
