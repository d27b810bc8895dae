package plenum.admin.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plenum.identity.PersonId;
import plenum.quality.Averages;
import plenum.quality.Cause;
import plenum.quality.QualityMinute;
import plenum.quality.Score;
import plenum.quality.Trouble;
import plenum.room.RoomId;
import plenum.testing.Actors;

class BadTimesTest {

  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
  private static final PersonId ADA = Actors.id("Ada");

  private static final BadTimes TIMES =
      new BadTimes(trouble -> trouble.cause().name(), Locale.ENGLISH);

  private static QualityMinute minute(int minute, int worst, Optional<Cause> cause) {
    return new QualityMinute(
        NOON.plusSeconds(60L * minute),
        new RoomId("room"),
        "Room",
        ADA,
        "Ada",
        "",
        Optional.empty(),
        new Score(40),
        new Score(worst),
        cause.map(one -> new Trouble(one, ADA)),
        new Averages(
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            0,
            0),
        false);
  }

  private static List<String> times(QualityMinute... minutes) {
    return TIMES.of(List.of(minutes), List.of()).stream()
        .map(
            one ->
                one.at().atZone(java.time.ZoneOffset.UTC).getMinute()
                    + "-"
                    + one.until().atZone(java.time.ZoneOffset.UTC).getMinute()
                    + " "
                    + one.detail())
        .toList();
  }

  @Test
  void makesOneTimeOfBadMinutesOfTheSameCause() {
    Optional<Cause> uplink = Optional.of(Cause.UPLINK);
    assertEquals(
        List.of("1-3 1.5, UPLINK", "3-4 2.0, SERVER", "6-7 2.9"),
        times(
            minute(0, 45, Optional.empty()),
            minute(1, 20, uplink),
            minute(2, 15, uplink),
            minute(3, 20, Optional.of(Cause.SERVER)),
            minute(4, 30, uplink),
            minute(6, 29, Optional.empty())));
  }

  @Test
  void endsAndBeginsWithTheStayOfWhoseItIs() {
    Instant came = NOON.plusSeconds(40);
    Instant went = NOON.plusSeconds(90);
    Stay stay = new Stay(ADA.value(), "Ada", came, went, false);
    List<QualityMinute> minutes =
        List.of(minute(0, 20, Optional.of(Cause.UPLINK)), minute(1, 25, Optional.of(Cause.UPLINK)));
    Happening bad = TIMES.of(minutes, List.of(stay)).get(0);
    assertEquals(came, bad.at());
    assertEquals(went, bad.until());
  }

  @Test
  void endsAndBeginsWithEachOfSeveralStays() {
    Instant went = NOON.plusSeconds(30);
    Instant cameAgain = NOON.plusSeconds(630);
    List<Stay> stays =
        List.of(
            new Stay(ADA.value(), "Ada", NOON.minusSeconds(600), went, false),
            new Stay(ADA.value(), "Ada", cameAgain, NOON.plusSeconds(1200), true));
    List<QualityMinute> minutes =
        List.of(minute(0, 20, Optional.empty()), minute(10, 25, Optional.empty()));
    List<Happening> bad = TIMES.of(minutes, stays);
    assertEquals(List.of(NOON, cameAgain), bad.stream().map(Happening::at).toList());
    assertEquals(List.of(went, NOON.plusSeconds(660)), bad.stream().map(Happening::until).toList());
  }

  @Test
  void writesScoresAsTheReadersLanguageDoes() {
    List<Happening> bad =
        new BadTimes(trouble -> "Gerät", Locale.GERMAN)
            .of(List.of(minute(0, 23, Optional.of(Cause.DEVICE))), List.of());
    assertEquals("2,3, Gerät", bad.get(0).detail());
  }
}
