package plenum.database.records;

import static plenum.database.records.RecordColumn.duration;
import static plenum.database.records.RecordColumn.flag;
import static plenum.database.records.RecordColumn.number;
import static plenum.database.records.RecordColumn.text;
import static plenum.database.records.RecordColumn.time;
import static plenum.database.records.RecordColumn.word;

import java.util.List;
import java.util.Optional;
import plenum.audit.AuditEntry;
import plenum.call.CallRecord;
import plenum.identity.Role;
import plenum.quality.Cause;
import plenum.quality.JoinStep;
import plenum.quality.Way;

/** What there are lists of. The first column is the one that they are sorted by if nobody says. */
public enum RecordTable {
  /** Who did, or was not let do, what. */
  AUDIT(
      "audit t",
      "",
      "",
      time("at", "t.at"),
      text("person", "t.person_id"),
      text("name", "t.name"),
      text("address", "t.address"),
      word("act", "t.act", WordSet.open("act")),
      text("object", "t.object"),
      word("outcome", "t.outcome", WordSet.of("outcome", AuditEntry.Outcome.values())),
      word("detail", "t.detail", WordSet.open("why"))),
  /** Who was in which room, from when to when; without an end as long as it lasts. */
  ATTENDANCE(
      "attendance t",
      "",
      "",
      time("joined", "t.joined"),
      time("left", "t.ended"),
      text("room", "t.room_id"),
      text("roomName", "t.room_name"),
      text("person", "t.person_id"),
      text("name", "t.person_name")),
  /** Who called whom: the caller's records. */
  CALLS(
      "call_record t",
      " left join call_record o on o.call_id = t.call_id and o.direction = 'RECEIVED'",
      "t.direction = 'MADE'",
      time("began", "t.began"),
      text("person", "t.person_id"),
      text("name", "coalesce(o.with_name, '')"),
      text("with", "t.with_id"),
      text("withName", "t.with_name"),
      word("outcome", "t.outcome", WordSet.of("outcome", CallRecord.Outcome.values())),
      duration("talked", "t.talked")),
  /** How good meetings were, by minute and person; scores are tenths. */
  QUALITY(
      "quality_minute t",
      "",
      "",
      time("at", "t.at"),
      text("room", "t.room_id"),
      text("roomName", "t.room_name"),
      text("person", "t.person_id"),
      text("name", "t.person_name"),
      number("score", "t.score"),
      word("cause", "t.cause", WordSet.of("cause", Cause.values())),
      word("way", "t.way", WordSet.of("way", Way.values())),
      number("sentKbits", "t.sent_kbits"),
      number("receivedKbits", "t.received_kbits"),
      number("receivedLost", "t.received_lost"),
      number("roundTrip", "t.round_trip"),
      number("freezes", "t.freezes"),
      text("browser", "t.browser")),
  /** Who could not join with picture and sound, at which step, and why. */
  PROBLEMS(
      "join_problem t",
      "",
      "",
      time("at", "t.at"),
      text("person", "t.person_id"),
      text("name", "t.person_name"),
      text("room", "t.room_id"),
      text("roomName", "t.room_name"),
      word("step", "t.step", WordSet.of("step", JoinStep.values())),
      word("reason", "t.reason", WordSet.open("why")),
      text("address", "t.address"),
      text("browser", "t.browser")),
  /** What the device page found. */
  TESTS(
      "device_test t",
      "",
      "",
      time("at", "t.at"),
      text("person", "t.person_id"),
      text("name", "t.person_name"),
      text("camera", "t.camera"),
      word("cameraProblem", "t.camera_problem", WordSet.DEVICE_PROBLEMS),
      text("microphone", "t.microphone"),
      word("microphoneProblem", "t.microphone_problem", WordSet.DEVICE_PROBLEMS),
      flag("heard", "t.heard"),
      text("speaker", "t.speaker"),
      word("speakerResult", "t.speaker_result", WordSet.of("speaker", "played", "failed")),
      text("browser", "t.browser")),
  /** Who can log in. */
  ACCOUNTS(
      "account t",
      "",
      "",
      text("login", "t.login"),
      text("person", "t.person"),
      text("name", "t.name"),
      text("groups", "t.group_names"),
      word("roles", "t.role_names", WordSet.of("role", Role.values()).any()),
      flag("blocked", "t.blocked"),
      time("made", "t.made"));

  private final String from;
  private final String joined;
  private final String only;
  private final List<RecordColumn> columns;

  RecordTable(String from, String joined, String only, RecordColumn... columns) {
    this.from = from;
    this.joined = joined;
    this.only = only;
    this.columns = List.of(columns);
  }

  /** The table whose lines are listed, as {@code t}. */
  String from() {
    return from;
  }

  /**
   * What each line is completed by, which changes nothing about how many there are; may be empty.
   */
  String joined() {
    return joined;
  }

  /** Which lines are listed at all; empty for all. */
  String only() {
    return only;
  }

  /**
   * What is alike in all lines, and stands before the first column in the index by which they are
   * sorted; empty where nothing is. Unless it is sorted by that too, H2 reads all lines.
   */
  String common() {
    return this == CALLS ? "t.direction" : "";
  }

  /**
   * Which lines have something in a column: of whom was called, each record is looked at once, one
   * after the other; for the direction as it is kept H2 would look each up by an index of that.
   *
   * @param condition what has to be true of what the column is in SQL, {@code %s}
   */
  String filter(RecordColumn column, String condition) {
    return column.sql().contains("o.with_name")
        ? "t.call_id in (select o.call_id from call_record o"
            + " where lower(o.direction) = 'received' and "
            + condition.formatted("o.with_name")
            + ")"
        : condition.formatted(column.sql());
  }

  /** By which a line is told from all others, in SQL. */
  String key() {
    return this == ACCOUNTS ? "t.person" : "t.id";
  }

  /** What a line consists of. */
  public List<RecordColumn> columns() {
    return columns;
  }

  /** The one of that name. */
  public Optional<RecordColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** Whether a first column can be this: {@link RecordPosition#first}. */
  public boolean begins(String first) {
    return !newestFirst() || first.matches("-?\\d{1,18}");
  }

  /** Whether lists begin with the newest, if nobody says otherwise. */
  boolean newestFirst() {
    return columns.get(0).kind() == RecordColumn.Kind.TIME;
  }
}
