package plenum.bench.replay;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plenum.bench.EngineProcess;
import plenum.engine.SessionOffer;
import plenum.engine.StreamName;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtp.Rtp;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;
import plenum.testing.Chromium;

/**
 * Records what a Chromium publishes: an engine in this JVM takes it, and a player of ours keeps
 * what it is sent. One encoding after the other, so that a small machine manages each.
 */
final class RecordingStudio implements AutoCloseable {

  private static final Duration WARM_UP = Duration.ofSeconds(4);
  private static final Duration LENGTH = Duration.ofSeconds(8);
  private static final int ATTEMPTS = 3;
  private static final int GOOD_RATE = 27;

  private final EngineProcess engine = new EngineProcess(0, EngineProcess.settings(0));
  private final PeerLoop peers = new PeerLoop();
  private final Playwright playwright = Chromium.playwright();
  private final Browser browser =
      Chromium.launchBy(
          playwright,
          UnaryOperator.identity(),
          List.of("--autoplay-policy=no-user-gesture-required"));
  private int takes;

  private RecordingStudio() {}

  /** The picture in each size, and the sounds. */
  static Recording record(Coding picture) throws IOException, InterruptedException {
    try (RecordingStudio studio = new RecordingStudio()) {
      List<RecordedTrack> sizes = new ArrayList<>();
      for (Layer layer : Layer.values()) {
        sizes.add(studio.take(picture, layer.divisor(), layer.bitrate()));
      }
      RecordedTrack voice = studio.take(Coding.OPUS, 1, 1);
      return new Recording(sizes, voice, studio.take(Coding.OPUS, 100, 1));
    }
  }

  /**
   * The best of some attempts.
   *
   * @param divisor by how much the picture is smaller, or the sound quieter
   */
  private RecordedTrack take(Coding coding, int divisor, int bitrate)
      throws IOException, InterruptedException {
    Optional<RecordedTrack> best = Optional.empty();
    for (int attempt = 0; attempt < ATTEMPTS && !best.filter(this::isGood).isPresent(); attempt++) {
      Optional<RecordedTrack> taken = tryTake(coding, divisor, bitrate);
      best =
          Stream.of(best, taken)
              .flatMap(Optional::stream)
              .max(Comparator.comparingDouble(RecordedTrack::framesPerSecond));
    }
    return best.orElseThrow(() -> new IOException("No whole recording of " + coding));
  }

  /** A busy machine leaves frames out. */
  private boolean isGood(RecordedTrack taken) {
    return taken.framesPerSecond() >= GOOD_RATE;
  }

  private Optional<RecordedTrack> tryTake(Coding coding, int divisor, int bitrate)
      throws IOException, InterruptedException {
    String stream = "take" + takes++;
    try (Page page = browser.newPage()) {
      page.navigate("http://127.0.0.1:" + engine.httpPort() + "/");
      page.evaluate(script());
      var wish = Map.of("codec", coding.name(), "divisor", divisor, "bitrate", bitrate);
      page.evaluate("([stream, wish]) => plenumPublish(stream, wish)", List.of(stream, wish));
      try (TestPeer player = player(stream, coding)) {
        return Take.of(coding, packets(player, coding));
      }
    }
  }

  private TestPeer player(String stream, Coding coding) {
    TestPeer player = peers.peer();
    String offer = player.offer(TestOffer.player(coding.rtpName()));
    StreamName name = new StreamName("live", stream);
    var here = new SessionOffer(name, offer, InetAddress.getLoopbackAddress());
    player.answer(engine.engine().play(here).sdp());
    return player.awaitConnected();
  }

  /** What comes from where a key frame was asked for, when the encoder has found its rate. */
  private static List<byte[]> packets(TestPeer player, Coding coding) throws InterruptedException {
    Thread.sleep(WARM_UP.toMillis());
    List<byte[]> before = player.packets();
    if (before.isEmpty()) {
      return List.of();
    }
    if (coding.isPicture()) {
      player.sendRtcp(new PictureLossIndication(1, Rtp.ssrc(before.get(0), 0)));
    }
    Thread.sleep(LENGTH.toMillis());
    List<byte[]> all = player.packets();
    return all.subList(before.size(), all.size());
  }

  private static String script() throws IOException {
    try (InputStream script = RecordingStudio.class.getResourceAsStream("publish.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    peers.close();
    engine.close();
  }
}
