package plenum.signal.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.quality.JoinFailure;
import plenum.quality.JoinStep;
import plenum.room.RoomId;
import plenum.signal.protocol.BadMessage;
import plenum.signal.quality.QualityMessage.ReportProblem;

class WantedFailureTest {

  private static JoinFailure read(
      String room, String step, String reason, String stream, String browser) {
    return new WantedFailure(
            new ReportProblem(
                OptionalLong.empty(),
                Optional.of(room),
                step,
                reason,
                true,
                Optional.of(stream),
                Optional.of(browser)))
        .read();
  }

  @Test
  void readsWhatIsTold() {
    assertEquals(
        new JoinFailure(
            Optional.of(new RoomId("k3")), JoinStep.FIRST_FRAME, "x.Y_1-z", true, "s", "Edge"),
        read("k3", "first-frame", "x.Y_1-z", "s", "Edge"));
  }

  @Test
  void doesWithoutWhatMayBeMissing() {
    ReportProblem bare =
        new ReportProblem(
            OptionalLong.empty(),
            Optional.empty(),
            "ice",
            "timeout",
            false,
            Optional.empty(),
            Optional.empty());
    assertEquals(
        new JoinFailure(Optional.empty(), JoinStep.ICE, "timeout", false, "", ""),
        new WantedFailure(bare).read());
  }

  @Test
  void takesARoomThatCannotBeForNone() {
    assertEquals(Optional.empty(), read("../etc", "ice", "timeout", "", "Edge").room());
  }

  @ParameterizedTest
  @EnumSource(JoinStep.class)
  void knowsEveryStep(JoinStep step) {
    assertEquals(step, read("k3", WantedFailure.word(step), "timeout", "", "Edge").step());
  }

  @ParameterizedTest
  @CsvSource({
    "moon, timeout, s, Edge",
    "ICE, timeout, s, Edge",
    "first_frame, timeout, s, Edge",
    "ice, '', s, Edge",
    "ice, two words, s, Edge",
    "ice, timeout, a/b, Edge",
    "ice, timeout, s, ' '"
  })
  void refusesWordsThatAreNone(String step, String reason, String stream, String browser) {
    assertThrows(BadMessage.class, () -> read("k3", step, reason, stream, browser));
  }
}
