package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.identity.Actor;
import plenum.media.OnAir;
import plenum.media.PlaceKind;
import plenum.media.StreamId;
import plenum.room.Devices;
import plenum.room.RoomEvent;
import plenum.room.RoomId;
import plenum.room.RoomName;
import plenum.room.Rooms;
import plenum.room.RoomsForTests;
import plenum.settings.QualitySettings;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class InMemoryQualityBookTest {

  private static final Duration EVERY = Duration.ofSeconds(5);

  private final ManualTimers timers = new ManualTimers();
  private final Rooms rooms = RoomsForTests.rooms(timers, this::happened);
  private final List<QualityReport> told = new ArrayList<>();
  private OptionalInt engineGot = OptionalInt.empty();
  private final InMemoryQualityBook book = book(EVERY);
  private final QualityNews news = new QualityNews();

  private final Actor ada = Actors.named("Ada");
  private final Actor bob = Actors.named("Bob");
  private RoomId hall;
  private StreamId adas;
  private StreamId bobs;

  private InMemoryQualityBook book(Duration every) {
    return new InMemoryQualityBook(
        rooms,
        new QualitySettings(every),
        (stream, interval) -> engineGot,
        () -> Instant.EPOCH.plusNanos(timers.nanoTime()),
        timers::nanoTime,
        told::add);
  }

  private void happened(RoomEvent event) {
    if (event instanceof RoomEvent.MemberLeft left) {
      news.forget(left);
    } else if (event instanceof RoomEvent.RoomDeleted deleted) {
      news.forget(deleted);
    } else if (event instanceof RoomEvent.SeatMoved moved) {
      news.forget(moved);
    } else if (event instanceof RoomEvent.CallClosed closed) {
      news.forget(closed);
    }
  }

  @BeforeEach
  void sit() {
    news.book = book;
    hall = rooms.create(ada, new RoomName("Hall"), PlaceKind.GROUP).id();
    adas = seated(ada);
    bobs = seated(bob);
  }

  private StreamId seated(Actor actor) {
    rooms.join(actor, hall, Devices.of(true, true, false, false));
    StreamId stream = rooms.publish(actor, "camera");
    rooms.published(new OnAir(stream, true, true, "VP8"));
    return stream;
  }

  private static Measured.Stream stream(StreamId id, Direction direction, Told told) {
    return new Measured.Stream(
        id.name(), direction, MediaKind.VIDEO, "VP8", Optional.of(Way.UDP), told.figures());
  }

  private static Measured measured(Measured.Stream... streams) {
    return new Measured(EVERY, Optional.of("Chrome 156, Linux"), false, List.of(streams));
  }

  private void bobSeesAda(Told told) {
    book.report(bob, measured(stream(adas, Direction.RECEIVED, told)));
  }

  private boolean badLately() {
    return book.of(bob.person()).orElseThrow().streams().get(0).lately().bad();
  }

  @Test
  void countsAsBadAfterTwoReportsAndAsGoodAfterSix() {
    Told bad = Told.well().frozen(5000);
    List<Boolean> seen = new ArrayList<>();
    for (Told one : List.of(bad, Told.well(), bad, bad, Told.well(), bad, Told.well())) {
      bobSeesAda(one);
      seen.add(badLately());
      timers.pass(EVERY);
    }
    assertEquals(List.of(false, false, false, true, true, true, true), seen);
    for (int more = 0; more < 4; more++) {
      bobSeesAda(Told.well());
      assertTrue(badLately());
      timers.pass(EVERY);
    }
    bobSeesAda(Told.well());
    assertFalse(badLately());
  }

  @Test
  void tellsWhoGetsWhatHow() {
    book.report(
        bob,
        measured(
            stream(bobs, Direction.SENT, Told.well()),
            stream(adas, Direction.RECEIVED, Told.well().frozen(5000))));

    QualityReport report = book.of(bob.person()).orElseThrow();
    assertEquals("Bob", report.name());
    assertEquals("Hall", report.roomName());
    assertEquals("Chrome 156, Linux", report.browser());
    assertEquals(bob.address(), report.address());
    assertEquals(Optional.of(new Score(50)), report.score(Direction.SENT));
    assertEquals(Optional.of(new Score(20)), report.score(Direction.RECEIVED));
    assertEquals(Optional.of(new Score(20)), report.score());
    StreamQuality adas = report.streams().get(1);
    assertEquals(Optional.of(ada.person()), adas.of());
    assertEquals("Ada", adas.ofName());
    assertEquals("camera", adas.source());
    assertEquals(List.of(report), book.latest());
    assertEquals(List.of(report), told);
  }

  @Test
  void tellsOfAMeeting() {
    book.report(ada, measured(stream(adas, Direction.SENT, Told.well().lost(100).frameRate(5))));
    bobSeesAda(Told.well().frozen(5000));

    MeetingQuality meeting = book.meeting(hall).orElseThrow();
    assertEquals("Hall", meeting.name());
    assertEquals(Optional.of(new Score(10)), meeting.score());
    assertEquals(2, meeting.people().size());
    Trouble hers = new Trouble(Cause.UPLINK, ada.person());
    assertTrue(
        meeting.people().stream().allMatch(one -> one.trouble().equals(Optional.of(hers))),
        meeting.toString());
    assertEquals(List.of(meeting), book.meetings());
    assertEquals(Optional.empty(), book.meeting(new RoomId("elsewhere")));
  }

  @Test
  void leavesOutWhatIsNotTheRooms() {
    book.report(
        bob,
        measured(
            stream(new StreamId("group", "else"), Direction.RECEIVED, Told.well()),
            stream(bobs, Direction.RECEIVED, Told.well()),
            stream(adas, Direction.SENT, Told.well()),
            stream(adas, Direction.RECEIVED, Told.well())));

    List<StreamQuality> streams = book.of(bob.person()).orElseThrow().streams();
    assertEquals(List.of(adas.name()), streams.stream().map(StreamQuality::stream).toList());
  }

  @Test
  void takesNothingFromWhomHasNoSeat() {
    book.report(Actors.named("Eve"), measured());
    book.report(Actors.otherTab(bob), measured());
    assertEquals(List.of(), book.latest());
  }

  @Test
  void keepsTheBrowserThatWasToldOnce() {
    bobSeesAda(Told.well());
    timers.pass(EVERY);
    book.report(bob, new Measured(EVERY, Optional.empty(), true, List.of()));
    QualityReport report = book.of(bob.person()).orElseThrow();
    assertEquals("Chrome 156, Linux", report.browser());
    assertEquals(Optional.empty(), report.score());
  }

  @Test
  void forgetsWhoLeaves() {
    bobSeesAda(Told.well());
    book.report(ada, measured());
    rooms.leave(bob);
    assertEquals(Optional.empty(), book.of(bob.person()));
    assertEquals(1, book.latest().size());
    rooms.delete(ada, hall, true);
    assertEquals(List.of(), book.latest());
  }

  @Test
  void forgetsAPageWhoseSeatMovedToAnother() {
    bobSeesAda(Told.well());
    rooms.join(Actors.otherTab(bob), hall, Devices.NONE);
    assertEquals(List.of(), book.latest());
  }

  @Test
  void forgetsWhoIsErased() {
    bobSeesAda(Told.well());
    book.report(ada, measured());
    book.forget(bob.person());
    assertEquals(1, book.latest().size());
    assertEquals(Optional.empty(), book.of(bob.person()));
  }

  @Test
  void doesNotTellWhatIsOld() {
    bobSeesAda(Told.well());
    timers.pass(Duration.ofSeconds(15));
    assertEquals(1, book.latest().size());
    timers.pass(Duration.ofSeconds(2));
    assertEquals(List.of(), book.latest());
    assertEquals(Optional.empty(), book.of(bob.person()));
    assertEquals(List.of(), book.meetings());
  }

  @Test
  void refusesWhoTellsMoreOftenThanAsked() {
    for (int i = 0; i < 3; i++) {
      bobSeesAda(Told.well());
    }
    assertEquals(
        "too-often", assertThrows(QualityRefused.class, () -> bobSeesAda(Told.well())).pageCode());
    book.report(ada, measured());
    for (int i = 0; i < 20; i++) {
      timers.pass(Duration.ofSeconds(4));
      bobSeesAda(Told.well());
    }
    assertEquals(24, told.size());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000, false",
    "1000, 1990, false",
    "1000, 2100, true",
    "1000, 510, false",
    "1000, 490, true",
    "1000, 0, true",
    "90, 0, false",
    "0, 90, false",
    "0, 5000, true"
  })
  void doubtsWhatTheEngineSawOtherwise(int told, int got, boolean doubtful) {
    engineGot = OptionalInt.of(got);
    book.report(
        ada,
        measured(
            stream(adas, Direction.SENT, Told.well().bitrate(told)),
            stream(bobs, Direction.RECEIVED, Told.well().bitrate(told))));
    List<StreamQuality> streams = book.of(ada.person()).orElseThrow().streams();
    assertEquals(List.of(doubtful, false), streams.stream().map(StreamQuality::doubtful).toList());
  }

  @Test
  void takesSoundAndPictureOfAStreamTogether() {
    engineGot = OptionalInt.of(300);
    Measured.Stream half = stream(adas, Direction.SENT, Told.well().bitrate(150));
    book.report(ada, measured(half, half));
    assertTrue(
        book.of(ada.person()).orElseThrow().streams().stream().noneMatch(StreamQuality::doubtful));
  }

  @Test
  void takesNothingWhereNothingIsMeasured() {
    InMemoryQualityBook off = book(Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      off.report(bob, measured());
    }
    assertEquals(List.of(), off.latest());
  }
}
