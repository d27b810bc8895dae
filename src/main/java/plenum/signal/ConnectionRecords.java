package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;
import plenum.signal.protocol.Connections;

/** The connections that a person has now. */
@ApplicationScoped
public class ConnectionRecords implements PersonalRecords {

  @Inject Connections connections;
  @Inject Reception reception;

  @Override
  public String name() {
    return "connections";
  }

  @Override
  public Turn turn() {
    return Turn.CONNECTIONS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    connections
        .of(person)
        .forEach(
            connection ->
                list.add(
                    Json.createObjectBuilder()
                        .add("page", connection.page())
                        .add("address", connection.actor().address().getHostAddress())));
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    reception.sendAway(erasure.person());
  }
}
