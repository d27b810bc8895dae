package plenum.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import plenum.audit.AuditEntry;
import plenum.audit.AuditEntry.Outcome;
import plenum.audit.AuditTrail;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.records.RecordsRefused.Reason;

/**
 * Tells people what is kept of them, and erases it. Thread-safe; methods wait for the database.
 * Whoever wants it of somebody else has to be an administrator, else it is an {@code
 * ADMINISTRATORS_ONLY}.
 */
public final class RecordsDesk {

  /** Of those that read a lot. */
  private static final int AT_A_TIME = 2;

  private final Predicate<Actor> mayAdminister;
  private final AuditTrail trail;
  private final RecordKeeping keeping;
  private final Supplier<List<PersonalRecords>> features;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  RecordsDesk(
      Predicate<Actor> mayAdminister,
      AuditTrail trail,
      RecordKeeping keeping,
      Supplier<List<PersonalRecords>> features) {
    this.mayAdminister = mayAdminister;
    this.trail = trail;
    this.keeping = keeping;
    this.features = features;
  }

  /** Everything that is kept under the person who asks. */
  public JsonObject own(PersonId person) {
    return all(person, PersonalRecords::of);
  }

  private JsonObject all(
      PersonId person, BiFunction<PersonalRecords, PersonId, JsonValue> telling) {
    if (!places.tryAcquire()) {
      throw new RecordsRefused(Reason.RECORDS_UNAVAILABLE, "records-unavailable.busy");
    }
    try {
      keeping.settle();
      JsonObjectBuilder all = Json.createObjectBuilder().add("person", person.value());
      inTurn().forEach(feature -> all.add(feature.name(), telling.apply(feature, person)));
      return all.build();
    } finally {
      places.release();
    }
  }

  /** Everything that is kept under a person, without what was said to one person alone. */
  public JsonObject of(Actor actor, PersonId person) {
    require(actor, "export-person", person.value());
    JsonObject all = all(person, PersonalRecords::toOthers);
    trail.add(AuditEntry.done(actor, "export-person", person.value()));
    return all;
  }

  /** Erases who acts. */
  public void eraseOwn(Actor actor) {
    erase(actor.person());
    trail.add(
        new AuditEntry(
            Instant.now(),
            Optional.of(Erased.PERSON),
            Erased.NAME.value(),
            Optional.<InetAddress>empty(),
            "erase-person",
            actor.person().value(),
            Outcome.DONE,
            ""));
  }

  /** Erases a person; whoever does it twice does no harm. */
  public void erase(Actor actor, PersonId person) {
    if (actor.person().equals(person)) {
      eraseOwn(actor);
      return;
    }
    require(actor, "erase-person", person.value());
    erase(person);
    trail.add(AuditEntry.done(actor, "erase-person", person.value()));
  }

  /** One after the other, so that each finds what came before it done. */
  private synchronized void erase(PersonId person) {
    keeping.settle();
    List<PersonalRecords> all = inTurn();
    Erasure erasure =
        new Erasure(
            person,
            all.stream()
                .flatMap(feature -> feature.logins(person).stream())
                .collect(Collectors.toSet()));
    all.forEach(feature -> feature.erase(erasure));
    keeping.settle();
  }

  /** Deletes what was kept long enough; tells how many of each kind. */
  public Map<String, Integer> deleteOld(Actor actor) {
    require(actor, "delete-old-records", "");
    Map<String, Integer> deleted = new TreeMap<>(keeping.deleteOld());
    features
        .get()
        .forEach(feature -> deleted.merge(feature.name(), feature.deleteOld(), Integer::sum));
    deleted.values().removeIf(count -> count == 0);
    trail.add(AuditEntry.done(actor, "delete-old-records", "").with(deleted.toString()));
    return deleted;
  }

  private List<PersonalRecords> inTurn() {
    return features.get().stream()
        .sorted(Comparator.comparing(PersonalRecords::turn).thenComparing(PersonalRecords::name))
        .toList();
  }

  private void require(Actor actor, String act, String object) {
    if (!mayAdminister.test(actor)) {
      RecordsRefused refused = RecordsRefused.administratorsOnly();
      trail.add(AuditEntry.refused(actor, act, object, refused.code()));
      throw refused;
    }
  }
}
