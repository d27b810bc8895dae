package plenum.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
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
    JsonArrayBuilder list = Json.createArrayBuilder();
    conversations
        .writtenBy(person, MOST)
        .forEach(
            one ->
                list.add(
                    Json.createObjectBuilder()
                        .add("room", one.room().value())
                        .add("at", one.message().at().toString())
                        .add("toEverybody", one.message().isForEverybody())
                        .add("text", one.message().text())));
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    conversations.forget(erasure.person());
  }
}
