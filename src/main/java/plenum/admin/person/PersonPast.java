package plenum.admin.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.primefaces.model.LazyDataModel;
import plenum.admin.Administrator;
import plenum.admin.Causes;
import plenum.admin.Kept;
import plenum.admin.RecordLines;
import plenum.call.CallRecord;
import plenum.call.Calls;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.devicetest.DeviceTest;
import plenum.devicetest.DeviceTests;
import plenum.identity.PersonId;
import plenum.quality.JoinProblem;
import plenum.quality.PastMeeting;
import plenum.quality.QualityRecords;
import plenum.quality.Trouble;

/** What is kept of one person. */
@Named("personPast")
@RequestScoped
public class PersonPast {

  /** So many lines of each say what is the matter. */
  private static final int LINES = 10;

  private static final RecordScope NOBODYS = RecordScope.of("person", "");

  @Inject Wanted wanted;
  @Inject Kept kept;
  @Inject QualityRecords quality;
  @Inject DeviceTests deviceTests;
  @Inject Calls calls;
  @Inject RecordLists lists;
  @Inject Administrator administrator;
  @Inject HttpServletRequest request;
  @Inject Causes causes;

  private RecordLines attendance;
  private List<PastMeeting> meetings;
  private List<JoinProblem> problems;
  private List<DeviceTest> tests;
  private List<CallRecord> made;
  private List<Map<String, Object>> did;

  private <T> List<T> read(Function<PersonId, List<T>> question) {
    return wanted.person().map(person -> kept.list(() -> question.apply(person))).orElse(List.of());
  }

  /** How the last meetings were, the newest first. */
  public List<PastMeeting> meetings() {
    if (meetings == null) {
      meetings = read(person -> quality.lastMeetings(person, LINES));
    }
    return meetings;
  }

  /** Why a meeting was bad, in words. */
  public String cause(PastMeeting meeting) {
    return meeting.trouble().map(Trouble::cause).map(causes::word).orElse("");
  }

  /** When the person could not join, the newest first. */
  public List<JoinProblem> problems() {
    if (problems == null) {
      problems = read(person -> quality.problemsOf(person, 0, LINES));
    }
    return problems;
  }

  /** What the device page found, the newest first. */
  public List<DeviceTest> tests() {
    if (tests == null) {
      tests =
          read(
              person ->
                  administrator
                      .of(request)
                      .map(actor -> deviceTests.of(actor, person))
                      .orElse(List.of()));
    }
    return tests;
  }

  /** The person's calls, the newest first. */
  public List<CallRecord> calls() {
    if (made == null) {
      made = read(calls::records).stream().limit(LINES).toList();
    }
    return made;
  }

  /** In which rooms the person was; the same for a whole request, for the table asks often. */
  public LazyDataModel<?> attendance() {
    if (attendance == null) {
      attendance =
          new RecordLines(
              lists,
              RecordTable.ATTENDANCE,
              wanted.person().map(PersonPast::scope).orElse(NOBODYS),
              typed -> Map.of(),
              kept::fail);
    }
    return attendance;
  }

  /** What the person did, or was not let do, the newest first. */
  public List<Map<String, Object>> acts() {
    if (did == null) {
      did =
          read(
              person ->
                  lists.lines(RecordTable.AUDIT, RecordQuery.first(LINES).within(scope(person))));
    }
    return did;
  }

  private static RecordScope scope(PersonId person) {
    return RecordScope.of("person", person.value());
  }

  /** How the person was called when something was kept last. */
  Optional<String> lastName() {
    return acts().stream()
        .map(line -> String.valueOf(line.getOrDefault("name", "")))
        .findFirst()
        .or(() -> tests().stream().map(DeviceTest::name).findFirst());
  }
}
