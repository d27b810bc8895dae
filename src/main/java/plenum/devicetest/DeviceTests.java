package plenum.devicetest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;
import plenum.records.RecordsRefused;
import plenum.right.Rights;
import plenum.settings.Current;
import plenum.settings.RetentionSettings;

/** The tests of everybody's devices. */
@ApplicationScoped
public class DeviceTests implements PersonalRecords {

  private DeviceTestStore store;
  private Rights rights;
  private Current<RetentionSettings> settings;

  /** For the container's proxy only. */
  protected DeviceTests() {}

  @Inject
  public DeviceTests(DeviceTestStore store, Rights rights, Current<RetentionSettings> settings) {
    this.store = store;
    this.rights = rights;
    this.settings = settings;
  }

  /** Keeps one more, where any are kept. */
  public void add(DeviceTest test) {
    int most = settings.now().deviceTests();
    if (most > 0) {
      store.put(test, most);
    }
  }

  /**
   * The newest ones of everybody.
   *
   * @throws RecordsRefused {@code ADMINISTRATORS_ONLY}
   */
  public List<DeviceTest> newest(Actor actor, int from, int page) {
    require(actor);
    return store.newest(from, page);
  }

  /**
   * Those of a person, the newest first.
   *
   * @throws RecordsRefused {@code ADMINISTRATORS_ONLY}
   */
  public List<DeviceTest> of(Actor actor, PersonId person) {
    require(actor);
    return store.of(person);
  }

  private void require(Actor actor) {
    if (!rights.mayAdministerRecords(actor)) {
      throw RecordsRefused.administratorsOnly();
    }
  }

  @Override
  public String name() {
    return "deviceTests";
  }

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    store.of(person).forEach(test -> list.add(json(test)));
    return list.build();
  }

  /** A test as JSON tells of it. */
  public static JsonObjectBuilder json(DeviceTest test) {
    return Json.createObjectBuilder()
        .add("at", test.at().toString())
        .add("person", test.person().value())
        .add("name", test.name())
        .add("browser", test.browser())
        .add(
            "camera",
            Json.createObjectBuilder()
                .add("label", test.camera().label())
                .add("problem", test.camera().problem())
                .add("width", test.camera().width())
                .add("height", test.camera().height())
                .add("frameRate", test.camera().frameRate()))
        .add(
            "microphone",
            Json.createObjectBuilder()
                .add("label", test.microphone().label())
                .add("problem", test.microphone().problem())
                .add("heard", test.microphone().heard()))
        .add(
            "speaker",
            Json.createObjectBuilder()
                .add("label", test.speaker().label())
                .add("result", test.speaker().result()));
  }

  @Override
  public void erase(Erasure erasure) {
    store.erase(erasure.person());
  }
}
