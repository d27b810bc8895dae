package plenum.admin.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.admin.search.Finding.Kind;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.records.RecordsRefused;

/** Guests who are gone, and rooms that are gone: they are found by who was where of late. */
@ApplicationScoped
class PastNames {

  /** Whose names are found; an index has the newest. */
  private static final Duration DAYS = Duration.ofDays(7);

  /** Of so many lines; the same person was in many rooms. */
  private static final int LINES = 50;

  private RecordLists lists;

  /** For the container's proxy only. */
  protected PastNames() {}

  @Inject
  PastNames(RecordLists lists) {
    this.lists = lists;
  }

  /** Nothing while the database does not answer: the rest is found all the same. */
  Stream<Finding> find(Wanted wanted) {
    if (wanted.text().length() < 2) {
      return Stream.empty();
    }
    try {
      return Stream.concat(
          few(lines("name", wanted).stream().map(PastNames::person)),
          few(lines("roomName", wanted).stream().map(PastNames::room)));
    } catch (RecordsRefused away) {
      return Stream.empty();
    }
  }

  private static Stream<Finding> few(Stream<Finding> findings) {
    return findings.distinct().limit(Search.MOST);
  }

  private List<Map<String, Object>> lines(String column, Wanted wanted) {
    Instant now = Instant.now();
    return lists.lines(
        RecordTable.ATTENDANCE,
        new RecordQuery(
            Optional.empty(),
            false,
            Map.of(column, wanted.text()),
            0,
            LINES,
            RecordScope.ALL.between(now.minus(DAYS), now)));
  }

  private static Finding person(Map<String, Object> line) {
    return Finding.person(
        Kind.PERSON, line.get("person").toString(), line.get("name").toString(), "");
  }

  private static Finding room(Map<String, Object> line) {
    String room = line.get("room").toString();
    return Finding.meeting(Kind.ROOM, room, line.get("roomName").toString(), room);
  }
}
