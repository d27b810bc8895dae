package plenum.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Locale;
import plenum.identity.PersonId;
import plenum.records.Erasure;
import plenum.records.PersonalRecords;

/** How a person's meetings were, and what kept that one from joining. */
@ApplicationScoped
public class PersonalQuality implements PersonalRecords {

  private InMemoryQualityBook book;
  private QualityKeeping keeping;
  private QualityStore minutes;
  private ProblemStore problems;

  /** For the container's proxy only. */
  protected PersonalQuality() {}

  @Inject
  PersonalQuality(
      InMemoryQualityBook book,
      QualityKeeping keeping,
      QualityStore minutes,
      ProblemStore problems) {
    this.book = book;
    this.keeping = keeping;
    this.minutes = minutes;
    this.problems = problems;
  }

  @Override
  public String name() {
    return "quality";
  }

  @Override
  public Turn turn() {
    return Turn.RECORDS;
  }

  @Override
  public JsonValue of(PersonId person) {
    JsonArrayBuilder meetings = Json.createArrayBuilder();
    minutes.ofPerson(person, 0, MOST).forEach(minute -> meetings.add(told(minute)));
    JsonArrayBuilder failures = Json.createArrayBuilder();
    problems.ofPerson(person, 0, MOST).forEach(problem -> failures.add(told(problem)));
    return Json.createObjectBuilder().add("minutes", meetings).add("problems", failures).build();
  }

  private static JsonObjectBuilder told(QualityMinute minute) {
    return Json.createObjectBuilder()
        .add("at", minute.at().toString())
        .add("room", minute.roomName())
        .add("browser", minute.browser())
        .add("score", minute.score().value())
        .add("worst", minute.worst().value());
  }

  private static JsonObjectBuilder told(JoinProblem problem) {
    return Json.createObjectBuilder()
        .add("at", problem.at().toString())
        .add("room", problem.roomName())
        .add("browser", problem.browser())
        .add("address", problem.address())
        .add("step", problem.step().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .add("reason", problem.reason());
  }

  /** The present minute of somebody who has just been disconnected is not written later. */
  @Override
  public void erase(Erasure erasure) {
    book.forget(erasure.person());
    keeping.forget(erasure.person());
    minutes.erase(erasure.person());
    problems.erase(erasure.person());
  }
}
