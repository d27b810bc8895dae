package plenum.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** How a person is called, or was lately. */
@ApplicationScoped
public class NameRecords implements PersonalRecords {

  private Presence presence;

  /** For the container's proxy only. */
  protected NameRecords() {}

  @Inject
  NameRecords(Presence presence) {
    this.presence = presence;
  }

  @Override
  public String name() {
    return "name";
  }

  @Override
  public Turn turn() {
    return Turn.PLACES;
  }

  @Override
  public JsonValue of(PersonId person) {
    return presence
        .nameOf(person)
        .<JsonValue>map(name -> Json.createValue(name.value()))
        .orElse(JsonValue.NULL);
  }

  @Override
  public void erase(Erasure erasure) {
    presence.forget(erasure.person());
  }
}
