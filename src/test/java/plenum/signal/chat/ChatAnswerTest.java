package plenum.signal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.chat.ChatMessage;
import plenum.chat.MessageId;
import plenum.chat.MessageKind;
import plenum.identity.DisplayName;
import plenum.room.NamedPerson;
import plenum.signal.protocol.MessageCodec;
import plenum.testing.Actors;

/** What is told of conversations, as JSON. */
class ChatAnswerTest {

  private static final NamedPerson ADA =
      new NamedPerson(Actors.id("Ada"), DisplayName.of("Ada \"<b>"));

  private final MessageCodec codec = new MessageCodec();

  private static ChatMessage message(int number, String text) {
    return new ChatMessage(
        new MessageId("m" + number),
        number,
        MessageKind.TEXT,
        ADA,
        Optional.empty(),
        Optional.empty(),
        text,
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty(),
        false);
  }

  private static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  @Test
  void tellsASnapshotWithItsHead() {
    ChatAnswer head =
        new ChatAnswer.Chat(OptionalLong.of(7), "room", List.of(), 2000, 900, 30, Optional.empty());
    String body =
        codec.encodeBody(new ChatState(3, Portion.of(List.of(message(1, "a\n\"<img>\" שלום")))));
    JsonObject told = json(codec.join(head, body));

    assertEquals("chat", told.getString("type"));
    assertEquals(3, told.getInt("seq"));
    JsonObject message = told.getJsonArray("messages").getJsonObject(0);
    assertEquals("a\n\"<img>\" שלום", message.getString("text"));
    assertEquals(ADA.name().value(), message.getString("name"));
    assertEquals(6, message.size(), "nothing but what is so: " + message);
  }

  @Test
  void tellsAMessageToOneAsSuch() {
    ChatMessage personal =
        new ChatMessage(
            new MessageId("m1"),
            1,
            MessageKind.REAL_TIME,
            ADA,
            Optional.of(ADA),
            Optional.of(new MessageId("m0")),
            "",
            Optional.empty(),
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            true);
    JsonObject message =
        json(codec.encode(new ChatAnswer.PersonalMessage("room", MessageView.of(personal))))
            .getJsonObject("message");

    assertEquals("real-time", message.getString("kind"));
    assertEquals(ADA.person().value(), message.getString("to"));
    assertEquals("m0", message.getString("reply"));
    assertEquals(true, message.getBoolean("deleted"));
  }

  @Test
  void tellsTheNewestThatFit() {
    List<ChatMessage> many = Collections.nCopies(Portion.MOST + 5, message(1, "short"));
    assertEquals(Portion.MOST, Portion.of(many).size());

    List<ChatMessage> all =
        List.of(message(1, "x".repeat(Portion.CHARACTERS)), message(2, "y"), message(3, "z"));
    List<MessageView> told = Portion.of(all);
    assertEquals(List.of("y", "z"), told.stream().map(MessageView::text).toList());
    assertEquals(1, Portion.of(all.subList(0, 1)).size(), "one message always fits");
  }
}
