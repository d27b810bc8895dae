package plenum.signal.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.quality.Direction;
import plenum.quality.Figures;
import plenum.quality.Limitation;
import plenum.quality.Measured;
import plenum.quality.MediaKind;
import plenum.quality.Way;
import plenum.signal.protocol.BadMessage;
import plenum.signal.quality.QualityMessage.MeasuredStream;
import plenum.signal.quality.QualityMessage.ReportQuality;

class WantedReportTest {

  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final MeasuredStream PLAIN = stream("a-camera", "audio", "", "", "", 7);

  /** Every number is the same. */
  private static MeasuredStream stream(
      String name, String kind, String codec, String way, String limited, long number) {
    OptionalLong told = OptionalLong.of(number);
    return new MeasuredStream(
        name,
        kind,
        true,
        Optional.of(codec).filter(text -> !text.isEmpty()),
        Optional.of(way).filter(text -> !text.isEmpty()),
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        told,
        Optional.of(limited).filter(text -> !text.isEmpty()));
  }

  private static ReportQuality message(
      OptionalLong millis, Optional<String> browser, List<MeasuredStream> streams) {
    return new ReportQuality(OptionalLong.of(3), millis, browser, false, streams);
  }

  private static Measured read(MeasuredStream... streams) {
    return new WantedReport(message(OptionalLong.empty(), Optional.empty(), List.of(streams)))
        .read(USUAL);
  }

  private static Figures figures(long number) {
    return read(stream("a", "video", "", "", "", number)).streams().get(0).figures();
  }

  @Test
  void readsWords() {
    Measured.Stream stream =
        read(stream("a-camera", "video", "VP8", "relay", "bandwidth", 1)).streams().get(0);
    assertEquals(MediaKind.VIDEO, stream.kind());
    assertEquals(Direction.SENT, stream.direction());
    assertEquals("VP8", stream.codec());
    assertEquals(Optional.of(Way.RELAY), stream.way());
    assertEquals(Optional.of(Limitation.BANDWIDTH), stream.figures().limitation());
    assertEquals(USUAL, read(PLAIN).interval());
    assertEquals("", read(PLAIN).streams().get(0).codec());
  }

  @Test
  void takesNumbersBeyondWhatCanBeAsTheNearestThatCan() {
    Figures much = figures(999_999_999_999L);
    assertEquals(OptionalInt.of(16_384), much.width());
    assertEquals(OptionalInt.of(240), much.frameRate());
    assertEquals(OptionalInt.of(1_000_000), much.bitrate());
    assertEquals(OptionalInt.of(1_000), much.lost());
    assertEquals(OptionalInt.of(60_000), much.roundTrip());
    assertEquals(OptionalInt.of(1_000), much.concealed());
    assertEquals(OptionalInt.of(60_000), much.firstFrame());
    assertEquals(OptionalInt.of(0), figures(-1).lost());
    assertEquals(OptionalInt.of(7), figures(7).jitter());
  }

  @ParameterizedTest
  @CsvSource({"1, 500", "-5, 500", "5004, 5004", "999999999999, 120000"})
  void takesTimesBeyondWhatCanBeAsTheNearestThatCan(long told, long taken) {
    ReportQuality message = message(OptionalLong.of(told), Optional.empty(), List.of());
    assertEquals(Duration.ofMillis(taken), new WantedReport(message).read(USUAL).interval());
  }

  @ParameterizedTest
  @CsvSource({
    "'', audio, VP8, udp, cpu",
    "a.b, audio, VP8, udp, cpu",
    "a, smell, VP8, udp, cpu",
    "a, AUDIO, VP8, udp, cpu",
    "a, audio, V P 8, udp, cpu",
    "a, audio, <b>, udp, cpu",
    "a, audio, VP8, pigeon, cpu",
    "a, audio, VP8, udp, none"
  })
  void refusesWordsThatAreNone(String name, String kind, String codec, String way, String limited) {
    MeasuredStream stream = stream(name, kind, codec, way, limited, 1);
    assertEquals("bad-message", assertThrows(BadMessage.class, () -> read(stream)).pageCode());
  }

  @Test
  void refusesMoreStreamsThanARoomHas() {
    List<MeasuredStream> most = Collections.nCopies(WantedReport.MOST_STREAMS, PLAIN);
    ReportQuality message = message(OptionalLong.empty(), Optional.empty(), most);
    assertEquals(64, new WantedReport(message).read(USUAL).streams().size());
    List<MeasuredStream> more = Collections.nCopies(WantedReport.MOST_STREAMS + 1, PLAIN);
    WantedReport tooMuch = new WantedReport(message(OptionalLong.empty(), Optional.empty(), more));
    assertThrows(BadMessage.class, () -> tooMuch.read(USUAL));
  }

  @Test
  void takesABrowsersNameOfOneVisibleLine() {
    WantedReport good =
        new WantedReport(
            message(OptionalLong.empty(), Optional.of("Firefox 153, Linux"), List.of()));
    assertEquals(Optional.of("Firefox 153, Linux"), good.read(USUAL).browser());
    for (String bad : List.of("", " ", "a\nb", "x".repeat(81), "\u202eabc")) {
      WantedReport report =
          new WantedReport(message(OptionalLong.empty(), Optional.of(bad), List.of()));
      assertThrows(BadMessage.class, () -> report.read(USUAL), bad);
    }
  }
}
