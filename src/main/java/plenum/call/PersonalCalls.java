package plenum.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;
import plenum.records.RecordsRefused;
import plenum.text.Refused;

/** A person's calls. */
@ApplicationScoped
public class PersonalCalls implements PersonalRecords {

  private static final int PATIENCE_SECONDS = 5;

  private Calls calls;
  private CallStore store;

  /** For the container's proxy only. */
  protected PersonalCalls() {}

  @Inject
  PersonalCalls(Calls calls, CallStore store) {
    this.calls = calls;
    this.store = store;
  }

  @Override
  public String name() {
    return "calls";
  }

  @Override
  public Turn turn() {
    return Turn.PLACES;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    store.of(person, MOST).forEach(kept -> list.add(told(kept.record())));
    return list.build();
  }

  private static JsonObjectBuilder told(CallRecord record) {
    return Json.createObjectBuilder()
        .add("with", record.with().name().value())
        .add("direction", Refused.codeOf(record.direction()))
        .add("outcome", Refused.codeOf(record.outcome()))
        .add("at", record.at().toString())
        .add("talkedSeconds", record.talked().toSeconds());
  }

  /** What a call that ends by this leaves behind is written before, and so erased as well. */
  @Override
  public void erase(Erasure erasure) {
    CountDownLatch done = new CountDownLatch(1);
    calls.erase(erasure.person(), done::countDown);
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw RecordsRefused.unavailable();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw RecordsRefused.unavailable();
    }
  }
}
