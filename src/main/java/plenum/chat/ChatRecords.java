package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import plenum.chat.Conversations.Written;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** What a person wrote in rooms and calls, as far as it is kept. */
@ApplicationScoped
public class ChatRecords implements PersonalRecords {

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
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    return list(person, true);
  }

  @Override
  public JsonValue toOthers(PersonId person) {
    return list(person, false);
  }

  private JsonValue list(PersonId person, boolean whole) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    conversations.writtenBy(person, MOST).forEach(one -> list.add(object(one, whole)));
    return list.build();
  }

  private static JsonObjectBuilder object(Written one, boolean whole) {
    ChatMessage message = one.message();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("room", one.room().value())
            .add("at", message.at().toString())
            .add("toEverybody", message.isForEverybody());
    return whole || message.isForEverybody() ? object.add("text", message.text()) : object;
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
