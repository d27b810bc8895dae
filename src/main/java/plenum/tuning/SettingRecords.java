package plenum.tuning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** Which settings a person changed; that they were changed stays when the person is erased. */
@ApplicationScoped
public class SettingRecords implements PersonalRecords {

  private SettingStore store;

  /** For the container's proxy only. */
  protected SettingRecords() {}

  @Inject
  public SettingRecords(SettingStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "settingChanges";
  }

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (SettingChange one : store.of(person)) {
      list.add(
          Json.createObjectBuilder()
              .add("at", one.at().toString())
              .add("setting", one.setting())
              .add("before", one.was())
              .add("after", one.became()));
    }
    return list.build();
  }

  @Override
  public void erase(Erasure erasure) {
    store.erase(erasure.person());
  }
}
