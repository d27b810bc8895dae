package plenum.admin.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;
import plenum.quality.QualityMinute;
import plenum.quality.QualityRecords;
import plenum.room.RoomId;

/** What is kept of one room's meetings. Every method waits for the database. */
@ApplicationScoped
class MeetingRecords {

  /** Nobody's stay that is looked for began longer before, or after. */
  private static final Duration DAY = Duration.ofDays(1);

  /** As many minutes of people: five hours of ten. */
  private static final int MOST_MINUTES = 3_000;

  private static final int MOST_OTHERS = 200;
  private static final Instant EVER = Instant.parse("2200-01-01T00:00:00Z");

  private RecordLists lists;
  private QualityRecords quality;

  /** For the container's proxy only. */
  protected MeetingRecords() {}

  @Inject
  MeetingRecords(RecordLists lists, QualityRecords quality) {
    this.lists = lists;
    this.quality = quality;
  }

  /** The moment itself, or else the nearest of those of which something can be kept. */
  static Instant nearest(Instant moment) {
    Instant late = moment.isAfter(EVER) ? EVER : moment;
    return late.isBefore(Instant.EPOCH) ? Instant.EPOCH : late;
  }

  /** The meeting that was then, or else the last before it, or else the first after it. */
  Optional<Held> at(RoomId room, Instant moment, Instant now) {
    Optional<Held> near = Held.at(moment, stays(room, moment, now));
    return near.filter(one -> isWhole(one, moment))
        .or(
            () ->
                near.map(Held::from)
                    .or(() -> last(room, moment))
                    .flatMap(found -> Held.at(found, stays(room, found, now))));
  }

  /** Whether nobody can have come so early that it was not looked for. */
  private static boolean isWhole(Held held, Instant moment) {
    return held.from().isAfter(moment.minus(DAY.dividedBy(2)));
  }

  private List<Stay> stays(RoomId room, Instant moment, Instant now) {
    RecordScope before = scope(room).between(moment.minus(DAY), moment.plusMillis(1));
    RecordScope after = scope(room).between(moment.plusMillis(1), moment.plus(DAY));
    return Stream.concat(
            lines(RecordTable.ATTENDANCE, before, false).stream(),
            lines(RecordTable.ATTENDANCE, after, true).stream())
        .map(line -> stay(line, now))
        .toList();
  }

  private static RecordScope scope(RoomId room) {
    return RecordScope.of("room", room.value());
  }

  private List<Map<String, Object>> lines(RecordTable table, RecordScope scope, boolean first) {
    Optional<String> order = first ? Optional.of(table.columns().get(0).name()) : Optional.empty();
    return lists.lines(table, new RecordQuery(order, first, Map.of(), 0, RecordQuery.MOST, scope));
  }

  private static Stay stay(Map<String, Object> line, Instant now) {
    boolean inside = !line.containsKey("left");
    return new Stay(
        line.get("person").toString(),
        line.get("name").toString(),
        (Instant) line.get("joined"),
        inside ? now : (Instant) line.get("left"),
        inside);
  }

  /** When somebody came last before a moment, or else for the first time after it. */
  private Optional<Instant> last(RoomId room, Instant moment) {
    return before(room, moment).or(() -> after(room, moment));
  }

  /** When somebody came last before a moment. */
  Optional<Instant> before(RoomId room, Instant moment) {
    return first(scope(room).between(Instant.EPOCH, moment), false);
  }

  /** When somebody came next from a moment on. */
  Optional<Instant> after(RoomId room, Instant moment) {
    return first(scope(room).between(moment, EVER), true);
  }

  private Optional<Instant> first(RecordScope scope, boolean ascending) {
    RecordQuery query = new RecordQuery(Optional.of("joined"), ascending, Map.of(), 0, 1, scope);
    return lists.lines(RecordTable.ATTENDANCE, query).stream()
        .map(line -> (Instant) line.get("joined"))
        .findFirst();
  }

  /** How a room was called when somebody came last. */
  Optional<String> name(RoomId room) {
    return lists.lines(RecordTable.ATTENDANCE, RecordQuery.first(1).within(scope(room))).stream()
        .map(line -> line.get("roomName").toString())
        .findFirst();
  }

  /** How it was, by minute and person. */
  List<QualityMinute> minutes(RoomId room, Instant from, Instant until) {
    List<QualityMinute> all = new ArrayList<>();
    int had = QualityRecords.MOST;
    while (had == QualityRecords.MOST && all.size() < MOST_MINUTES) {
      List<QualityMinute> part =
          quality.timeline(room, from, until, all.size(), QualityRecords.MOST);
      all.addAll(part);
      had = part.size();
    }
    return all;
  }

  /** Who could not join. */
  List<Map<String, Object>> problems(RoomId room, Instant from, Instant until) {
    return others(RecordTable.PROBLEMS, Map.of(), scope(room).between(from, until));
  }

  /** What was done there, or was not let do. */
  List<Map<String, Object>> acts(RoomId room, Instant from, Instant until) {
    return others(
        RecordTable.AUDIT, Map.of("object", room.value()), RecordScope.ALL.between(from, until));
  }

  private List<Map<String, Object>> others(
      RecordTable table, Map<String, String> filters, RecordScope scope) {
    return lists.lines(
        table, new RecordQuery(Optional.of("at"), true, filters, 0, MOST_OTHERS, scope));
  }
}
