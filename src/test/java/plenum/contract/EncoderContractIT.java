package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.ticket.TestTickets;
import plenum.testing.TimeCodedEncoder;
import plenum.testing.Waiting;

/** A WHIP client that is no browser: ffmpeg 8, given by {@code -Dffmpeg.binary} or installed. */
@AgainstEveryTarget
class EncoderContractIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FRAMES = 250;

  /** A second, as promised, and more on a machine that is busy with tests. */
  private static final double LATE_MILLIS = 3_000;

  private final Target target;

  @RegisterExtension final Parties parties;

  EncoderContractIT(Target target) {
    this.target = target;
    this.parties = new Parties(target.server());
  }

  @BeforeAll
  static void thereIsOne() {
    if (!TimeCodedEncoder.knowsWhip()) {
      System.out.println(
          "Skipped: publishing by ffmpeg's WHIP. Give ffmpeg 8 by"
              + " -Dffmpeg.binary=/path/to/ffmpeg.");
    }
    Assumptions.assumeTrue(TimeCodedEncoder.knowsWhip(), "no ffmpeg that knows WHIP");
  }

  private String address(StreamId stream) {
    return target.server().url("/rtc/v1/whip/?app=group&stream=" + stream.name()).toString();
  }

  @Test
  void isSeenAndHeardWithinASecond() {
    Seat ada = parties.seat();
    StreamId stream = ada.publish().stream();
    String token = TestTickets.of(StreamAction.PUBLISH, stream, ada.person()).text();
    Peer player = parties.peer();
    try (TimeCodedEncoder encoder = TimeCodedEncoder.whip(address(stream), token)) {
      Waiting.until("it on air", PATIENCE, () -> ada.onAir(stream), Optional::isPresent);
      assertEquals(201, player.play(ada.play(stream)).status());
      assertEquals("H264", player.awaitMedia().codec());

      double[] delays = TimeCodedEncoder.delays(player.video(), FRAMES);
      double median = delays[FRAMES / 2];
      System.out.printf(
          "ffmpeg's WHIP through %s: %.0f ms, 95 %% below %.0f ms.%n",
          target, median, delays[FRAMES * 95 / 100]);
      assertTrue(median < LATE_MILLIS, median + " ms");

      encoder.stop();
      Waiting.until("its end", PATIENCE, () -> ada.onAir(stream), Optional::isEmpty);
    }
  }

  @Test
  void isRefusedWithoutAGoodTicket() {
    StreamId stream = parties.seat().publish().stream();
    try (TimeCodedEncoder stranger = TimeCodedEncoder.whip(address(stream), "guessed")) {
      assertNotEquals(0, stranger.awaitEnd());
    }
  }
}
