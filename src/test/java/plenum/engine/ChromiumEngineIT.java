package plenum.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.bench.EngineProcess;
import plenum.bench.InstalledChromium;

/** The engine with the real thing: Chromium publishes its fake devices and plays them. */
class ChromiumEngineIT {

  private static Playwright playwright;
  private static Browser browser;
  private static EngineProcess engine;

  private BrowserContext context;
  private Page publisher;
  private Page player;

  @BeforeAll
  static void start() {
    engine = new EngineProcess(0, EngineProcess.settings(0));
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(InstalledChromium.path())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--use-fake-device-for-media-stream",
                            "--use-fake-ui-for-media-stream",
                            "--allow-loopback-in-peer-connection",
                            "--autoplay-policy=no-user-gesture-required")));
  }

  @AfterAll
  static void stop() {
    browser.close();
    playwright.close();
    engine.close();
  }

  @BeforeEach
  void open() {
    context = browser.newContext();
    publisher = page();
    player = page();
  }

  private Page page() {
    Page page = context.newPage();
    page.navigate("http://127.0.0.1:" + engine.httpPort() + "/");
    return page;
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static Map<?, ?> stats(Page page) {
    return (Map<?, ?>) page.evaluate("stats()");
  }

  private static double number(Map<?, ?> stats, String name) {
    return stats.get(name) instanceof Number value ? value.doubleValue() : 0;
  }

  private static Map<?, ?> await(
      Page page, String what, Duration patience, Predicate<Map<?, ?>> condition) {
    long end = System.nanoTime() + patience.toNanos();
    Map<?, ?> stats = stats(page);
    while (!condition.test(stats)) {
      assertTrue(System.nanoTime() < end, "Waited in vain for " + what + ": " + stats);
      page.waitForTimeout(100);
      stats = stats(page);
    }
    return stats;
  }

  /** Waits until pictures and sound have come and go on coming. */
  private static Map<?, ?> awaitMedia(Page page) {
    Map<?, ?> before = stats(page);
    return await(
        page,
        "moving pictures and sound",
        Duration.ofSeconds(15),
        now ->
            number(now, "framesDecoded") > number(before, "framesDecoded") + 15
                && number(now, "audioPackets") > number(before, "audioPackets") + 20
                && number(now, "audioEnergy") > number(before, "audioEnergy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"VP8", "H264", "VP9", "AV1"})
  void passesEachCodec(String codec) {
    publisher.evaluate("publish('codec-" + codec + "', {codec: '" + codec + "'})");
    player.evaluate("play('codec-" + codec + "')");
    Map<?, ?> stats = awaitMedia(player);
    assertEquals(codec, stats.get("codec"));
  }

  @Test
  void servesAPlayerThatCameBeforeItsPublisher() {
    player.evaluate("play('early')");
    await(
        player, "the connection", Duration.ofSeconds(10), s -> "connected".equals(s.get("state")));
    publisher.evaluate("publish('early')");
    awaitMedia(player);
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "delete"})
  void resumesWhenThePublisherReturns(String how) {
    String stream = "return-" + how;
    publisher.evaluate("publish('" + stream + "')");
    player.evaluate("play('" + stream + "')");
    Object ssrc = awaitMedia(player).get("videoSsrc");
    publisher.evaluate("hangUp('" + how + "')");
    publisher.waitForTimeout(1500);
    publisher.evaluate("publish('" + stream + "')");
    Map<?, ?> stats = awaitMedia(player);
    assertEquals(ssrc, stats.get("videoSsrc"));
  }

  @Test
  void tellsPlayersTheClockOfBothTracks() {
    publisher.evaluate("publish('clock')");
    player.evaluate("play('clock')");
    Map<?, ?> stats =
        await(
            player,
            "sender reports",
            Duration.ofSeconds(15),
            s -> s.containsKey("audioSenderReports") && s.containsKey("videoSenderReports"));
    assertEquals("connected", stats.get("state"));
  }

  @Test
  void letsAPublisherBeginWithAGoodPicture() {
    publisher.evaluate("publish('start', {codec: 'VP8', width: 1280, height: 720})");
    Map<?, ?> stats =
        await(
            publisher,
            "more than 1 Mbit/s",
            Duration.ofSeconds(20),
            s -> number(s, "availableOutgoingBitrate") > 1_000_000);
    assertEquals("VP8", stats.get("codec"));
  }

  /** Without feedback a browser stays at the 300 kbit/s that it begins with. */
  @Test
  void letsAPublisherRampUpByItself() {
    publisher.evaluate("publish('ramp', {width: 1280, height: 720, hinted: false})");
    Map<?, ?> stats =
        await(
            publisher,
            "a growing bitrate",
            Duration.ofSeconds(30),
            s -> number(s, "availableOutgoingBitrate") > 400_000);
    assertEquals("connected", stats.get("state"));
  }
}
