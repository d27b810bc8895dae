package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plenum.identity.SessionId;
import plenum.media.PlaceKind;
import plenum.room.RoomId;
import plenum.testing.Actors;
import plenum.testing.ManualTimers;

class MinutesTest {

  private static final Trouble HERS = new Trouble(Cause.DOWNLINK, Actors.id("Ada"));

  private final ManualTimers timers = new ManualTimers();
  private final MemoryQualityStore store = new MemoryQualityStore();
  private final Minutes minutes = new Minutes(store, timers, this::now);
  private int asked;

  private Instant now() {
    return Instant.EPOCH.plusNanos(timers.nanoTime());
  }

  private Optional<Trouble> hers() {
    asked++;
    return Optional.of(HERS);
  }

  private StreamQuality stream(Direction direction, Way way, int tenths, Figures figures) {
    return new StreamQuality(
        direction == Direction.SENT ? "own" : "other",
        "camera",
        Optional.empty(),
        "",
        direction,
        MediaKind.VIDEO,
        "VP8",
        Optional.of(way),
        figures,
        new Score(tenths),
        tenths == 31,
        Lately.GOOD);
  }

  private void told(String person, String room, StreamQuality... streams) {
    QualityReport report =
        new QualityReport(
            Actors.id(person),
            person,
            new SessionId(person),
            Actors.HERE,
            "Chrome 156",
            new RoomId(room),
            "The " + room,
            PlaceKind.GROUP,
            now(),
            Duration.ofSeconds(5),
            false,
            List.of(streams));
    minutes.add(report, this::hers);
  }

  private void got(String person, String room, int tenths, Told told) {
    told(person, room, stream(Direction.RECEIVED, Way.UDP, tenths, told.figures()));
  }

  @Test
  void sumsUpAMinute() {
    told(
        "Ada",
        "hall",
        stream(Direction.SENT, Way.UDP, 50, Told.well().bitrate(900).lost(10).figures()),
        stream(Direction.SENT, Way.UDP, 50, Told.well().bitrate(100).lost(0).figures()),
        stream(Direction.RECEIVED, Way.TCP, 20, Told.well().lost(40).jitter(5).figures()));
    timers.pass(Duration.ofSeconds(5));
    got("Ada", "hall", 40, Told.well().bitrate(300).roundTrip(12).frozen(700));
    assertEquals(List.of(), store.minutes);
    timers.pass(Duration.ofSeconds(55));
    got("Ada", "hall", 50, Told.well());

    QualityMinute minute = store.minutes.get(0);
    assertEquals(1, store.minutes.size());
    assertEquals(Instant.EPOCH, minute.at());
    assertEquals("The hall", minute.roomName());
    assertEquals("Ada", minute.personName());
    assertEquals("Chrome 156", minute.browser());
    assertEquals(Optional.of(Way.TCP), minute.way());
    assertEquals(new Score(30), minute.score());
    assertEquals(new Score(20), minute.worst());
    assertEquals(Optional.of(HERS), minute.trouble());
    assertEquals(
        new Averages(
            500,
            200,
            OptionalInt.of(5),
            OptionalInt.of(40),
            OptionalInt.of(12),
            OptionalInt.of(5),
            1,
            700),
        minute.averages());
    assertEquals(false, minute.doubtful());
  }

  @Test
  void asksWhyOfTheWorstAlone() {
    got("Ada", "hall", 45, Told.well());
    assertEquals(0, asked);
    got("Ada", "hall", 25, Told.well());
    got("Ada", "hall", 29, Told.well());
    assertEquals(1, asked);
    got("Ada", "hall", 12, Told.well());
    assertEquals(2, asked);
    timers.pass(Duration.ofMinutes(2));
    assertEquals(new Score(12), store.minutes.get(0).worst());
  }

  @Test
  void endsTheMinuteOfWhoTellsNothingAnyMore() {
    timers.pass(Duration.ofSeconds(30));
    got("Ada", "hall", 31, Told.well());
    got("Bob", "hall", 50, Told.well());
    timers.pass(Duration.ofMinutes(1));
    assertEquals(2, store.minutes.size());
    assertEquals(List.of(true, false), doubtful());
    timers.pass(Duration.ofMinutes(10));
    assertEquals(2, store.minutes.size());
  }

  private List<Boolean> doubtful() {
    List<QualityMinute> byName = new ArrayList<>(store.minutes);
    byName.sort((one, other) -> one.personName().compareTo(other.personName()));
    return byName.stream().map(QualityMinute::doubtful).toList();
  }

  @Test
  void divideAMinuteInTwoRooms() {
    got("Ada", "hall", 50, Told.well());
    got("Ada", "attic", 40, Told.well());
    timers.pass(Duration.ofMinutes(2));
    assertEquals(
        List.of("hall", "attic"),
        store.minutes.stream().map(minute -> minute.room().value()).toList());
  }

  @Test
  void keepsNothingOfWhatDoesNotFlow() {
    told("Ada", "hall");
    timers.pass(Duration.ofMinutes(2));
    assertEquals(List.of(), store.minutes);
  }

  @Test
  void keepsNothingOfWhoWasErased() {
    got("Ada", "hall", 50, Told.well());
    got("Bob", "hall", 50, Told.well());
    minutes.forget(Actors.id("Ada"));
    timers.pass(Duration.ofMinutes(2));
    assertEquals(List.of("Bob"), store.minutes.stream().map(QualityMinute::personName).toList());
  }
}
