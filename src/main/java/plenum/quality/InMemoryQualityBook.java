package plenum.quality;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.SessionId;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.settings.QualitySettings;
import plenum.time.Pace;

/**
 * The book. A person has one seat at most, so it has as many reports as there are people in rooms,
 * and fewer.
 */
final class InMemoryQualityBook implements QualityBook {

  /** A page may be late, and tell at once what it could not tell in time. */
  private static final int AT_ONCE = 3;

  /** A report whose page has missed as many is of no use. */
  private static final int MISSED = 3;

  private record Kept(QualityReport report, long until) {}

  private final Map<PersonId, Kept> reports = new ConcurrentHashMap<>();
  private final Rooms rooms;
  private final QualitySettings settings;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final Consumer<QualityReport> told;
  private final Pace<SessionId> pace;
  private final Doubts doubts;

  /**
   * @param flows what the media node knows of streams
   * @param told hears of each report, by the thread that brought it
   */
  InMemoryQualityBook(
      Rooms rooms,
      QualitySettings settings,
      Flows flows,
      InstantSource clock,
      LongSupplier nanoTime,
      Consumer<QualityReport> told) {
    this.rooms = rooms;
    this.settings = settings;
    this.doubts = new Doubts(flows);
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.told = told;
    long window = settings.every().multipliedBy(AT_ONCE).dividedBy(2).toNanos();
    this.pace = new Pace<>(AT_ONCE, Math.max(1, window), nanoTime);
  }

  @Override
  public void report(Actor actor, Measured measured) {
    if (!settings.measures()) {
      return;
    }
    if (!pace.take(actor.session())) {
      throw new QualityRefused(QualityRefused.Reason.TOO_OFTEN, "too-often.quality");
    }
    seat(actor).ifPresent(room -> keep(report(actor, room, measured)));
  }

  private Optional<RoomSummary> seat(Actor actor) {
    return rooms.isSeated(actor.session())
        ? rooms.seatOf(actor.person()).flatMap(rooms::room)
        : Optional.empty();
  }

  private QualityReport report(Actor actor, RoomSummary room, Measured measured) {
    List<StreamQuality> before = before(actor).map(QualityReport::streams).orElseGet(List::of);
    RoomSources sources = new RoomSources(rooms, room.id(), actor.person());
    Scoring scoring = new Scoring(measured.interval(), measured.hidden());
    return new QualityReport(
        actor.person(),
        actor.name().value(),
        actor.session(),
        actor.address(),
        measured.browser().orElseGet(() -> browserOf(actor)),
        room.id(),
        room.name().map(RoomName::value).orElse(""),
        room.kind(),
        clock.instant(),
        measured.interval(),
        measured.hidden(),
        doubts.about(
            measured.streams().stream()
                .flatMap(stream -> sources.found(stream, scoring).stream())
                .map(stream -> stream.after(lately(stream, before)))
                .toList(),
            measured.interval()));
  }

  /** As the page said before. */
  private String browserOf(Actor actor) {
    return before(actor).map(QualityReport::browser).orElse("");
  }

  private Optional<QualityReport> before(Actor actor) {
    return Optional.ofNullable(reports.get(actor.person()))
        .map(Kept::report)
        .filter(before -> before.session().equals(actor.session()));
  }

  private static Lately lately(StreamQuality stream, List<StreamQuality> before) {
    return before.stream()
        .filter(stream::continues)
        .map(StreamQuality::lately)
        .findFirst()
        .orElse(Lately.GOOD);
  }

  /** Whoever left meanwhile has nothing in the book: of a later leaving it is told. */
  private void keep(QualityReport report) {
    long patience = settings.every().multipliedBy(MISSED).plusSeconds(1).toNanos();
    Kept kept = new Kept(report, nanoTime.getAsLong() + patience);
    reports.put(report.person(), kept);
    if (rooms.isSeated(report.session())) {
      told.accept(report);
    } else {
      reports.remove(report.person(), kept);
    }
  }

  /** Somebody has no seat there any more. */
  void left(RoomId room, PersonId person) {
    reports.computeIfPresent(person, (id, kept) -> kept.report().room().equals(room) ? null : kept);
  }

  /** Nothing is known of somebody any more. */
  void forget(PersonId person) {
    reports.remove(person);
  }

  /** A connection has no seat any more. */
  void left(SessionId session) {
    reports.values().removeIf(kept -> kept.report().session().equals(session));
  }

  /** A room is gone. */
  void closed(RoomId room) {
    reports.values().removeIf(kept -> kept.report().room().equals(room));
  }

  @Override
  public List<QualityReport> latest() {
    long now = nanoTime.getAsLong();
    return reports.values().stream()
        .filter(kept -> kept.until() - now > 0)
        .map(Kept::report)
        .toList();
  }

  @Override
  public Optional<QualityReport> of(PersonId person) {
    long now = nanoTime.getAsLong();
    return Optional.ofNullable(reports.get(person))
        .filter(kept -> kept.until() - now > 0)
        .map(Kept::report);
  }

  @Override
  public Optional<MeetingQuality> meeting(RoomId room) {
    List<QualityReport> there =
        latest().stream().filter(report -> report.room().equals(room)).toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(meeting(there));
  }

  @Override
  public List<MeetingQuality> meetings() {
    return latest().stream().collect(Collectors.groupingBy(QualityReport::room)).values().stream()
        .map(InMemoryQualityBook::meeting)
        .toList();
  }

  private static MeetingQuality meeting(List<QualityReport> reports) {
    QualityReport one = reports.get(0);
    Troubles troubles = new Troubles(reports);
    return new MeetingQuality(
        one.room(),
        one.roomName(),
        one.kind(),
        reports.stream()
            .map(report -> new PersonQuality(report, troubles.of(report.person())))
            .toList());
  }
}
