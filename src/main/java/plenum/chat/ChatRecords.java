package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;
import plenum.chat.Conversations.Written;
import plenum.identity.PersonId;
import plenum.records.Erasure;

/** What a person wrote in rooms and calls, as far as it is kept. */
@ApplicationScoped
public class ChatRecords extends WrittenRecords {

  private Conversations conversations;

  /** For the container's proxy only. */
  protected ChatRecords() {}

  @Inject
  ChatRecords(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public String name() {
    return "messages";
  }

  @Override
  Stream<JsonObjectBuilder> told(PersonId person, boolean whole) {
    return conversations.writtenBy(person, MOST).stream().map(one -> object(one, whole));
  }

  /** The file itself is where the person sent it, for who may read it there. */
  private static JsonObjectBuilder object(Written one, boolean whole) {
    ChatMessage message = one.message();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("room", one.room().value())
            .add("at", message.at().toString())
            .add("toEverybody", message.isForEverybody());
    if (whole || message.isForEverybody()) {
      object.add("text", message.text());
      message.file().ifPresent(file -> object.add("file", file.name().value()));
    }
    return object;
  }

  @Override
  public int deleteOld() {
    return conversations.lookAtAll();
  }

  @Override
  public void erase(Erasure erasure) {
    conversations.forget(erasure.person());
  }
}
