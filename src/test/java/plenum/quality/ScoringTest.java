package plenum.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.quality.Direction.RECEIVED;
import static plenum.quality.Direction.SENT;
import static plenum.quality.MediaKind.AUDIO;
import static plenum.quality.MediaKind.VIDEO;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScoringTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  static Stream<Arguments> scores() {
    return Stream.of(
        Arguments.of("5.0", RECEIVED, VIDEO, Told.well().frameRate(30).lost(0).roundTrip(20)),
        Arguments.of("5.0", RECEIVED, VIDEO, Told.well()),
        Arguments.of("5.0", RECEIVED, VIDEO, Told.well().lost(10).roundTrip(200)),
        Arguments.of("4.0", RECEIVED, VIDEO, Told.well().lost(50)),
        Arguments.of("3.0", RECEIVED, VIDEO, Told.well().lost(1000)),
        Arguments.of("3.5", RECEIVED, VIDEO, Told.well().frozen(500)),
        Arguments.of("2.0", RECEIVED, VIDEO, Told.well().frozen(5000)),
        Arguments.of("4.0", RECEIVED, VIDEO, Told.well().frameRate(10)),
        Arguments.of("3.0", RECEIVED, VIDEO, Told.well().frameRate(0)),
        Arguments.of("1.0", RECEIVED, VIDEO, Told.well().frameRate(0).frozen(5000)),
        Arguments.of("4.0", RECEIVED, VIDEO, Told.well().roundTrip(400)),
        Arguments.of("3.5", RECEIVED, VIDEO, Told.well().roundTrip(60_000)),
        Arguments.of("5.0", RECEIVED, VIDEO, Told.well().limitation(Limitation.CPU)),
        Arguments.of("4.0", SENT, VIDEO, Told.well().limitation(Limitation.CPU)),
        Arguments.of("4.0", SENT, VIDEO, Told.well().limitation(Limitation.BANDWIDTH)),
        Arguments.of("5.0", SENT, VIDEO, Told.well().limitation(Limitation.OTHER)),
        Arguments.of("2.0", SENT, VIDEO, Told.well().frameRate(5).limitation(Limitation.CPU)),
        Arguments.of("5.0", SENT, VIDEO, Told.well().frozen(5000)),
        Arguments.of("5.0", RECEIVED, AUDIO, Told.well().lost(0).concealed(0).jitter(20)),
        Arguments.of("3.0", RECEIVED, AUDIO, Told.well().lost(0).concealed(70)),
        Arguments.of("5.0", RECEIVED, AUDIO, Told.well().lost(70).concealed(0)),
        Arguments.of("3.0", RECEIVED, AUDIO, Told.well().lost(70)),
        Arguments.of("1.5", RECEIVED, AUDIO, Told.well().concealed(1000)),
        Arguments.of("4.0", RECEIVED, AUDIO, Told.well().jitter(500)),
        Arguments.of("1.0", RECEIVED, AUDIO, Told.well().concealed(1000).jitter(500)),
        Arguments.of("3.0", SENT, AUDIO, Told.well().lost(70).concealed(1000)));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void takesPointsOffForWhatPeopleNotice(
      String score, Direction direction, MediaKind kind, Told told) {
    Scoring scoring = new Scoring(INTERVAL, false);
    assertEquals(score, scoring.of(direction, kind, false, told.figures()).toString());
  }

  @Test
  void wantsFewFramesOfAScreen() {
    Figures still = Told.well().frameRate(1).figures();
    Scoring scoring = new Scoring(INTERVAL, false);
    assertEquals("5.0", scoring.of(RECEIVED, VIDEO, true, still).toString());
    assertEquals("5.0", scoring.of(SENT, VIDEO, true, still).toString());
  }

  @Test
  void doesNotMindPicturesThatAHiddenPageDoesNotDraw() {
    Figures frozen = Told.well().frameRate(0).frozen(5000).figures();
    Scoring scoring = new Scoring(INTERVAL, true);
    assertEquals("5.0", scoring.of(RECEIVED, VIDEO, false, frozen).toString());
    assertEquals("3.0", scoring.of(SENT, VIDEO, false, frozen).toString());
  }

  @Test
  void isBadBelowThree() {
    assertTrue(new Score(29).isBad());
    assertFalse(new Score(30).isBad());
    assertEquals(2.9, new Score(29).value());
    assertThrows(IllegalArgumentException.class, () -> new Score(9));
    assertThrows(IllegalArgumentException.class, () -> new Score(51));
  }
}
