package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import plenum.testing.Chromium;
import plenum.testing.PlenumServer;

/**
 * A shared tab of 1920 by 1080 points: how soon who comes late sees it, and how much the browser of
 * somebody who watches works, beside one whose page has nothing but the picture.
 */
public final class ScreenBenchmark {

  private static final int ROUNDS = 3;
  private static final int SECONDS = 10;

  /** Lines of text, which {@code scroll} moves. */
  private static final String TEXT =
      "<main style='font: 13px/1.4 sans-serif; columns: 3'>"
          + IntStream.range(0, 600)
              .mapToObj(line -> "<div>" + line + " lines of a text that somebody shows</div>")
              .reduce("", String::concat)
          + "</main>";

  private static final String SCROLL =
      """
      () => document.querySelector("main").animate(
        [{ transform: "none" }, { transform: "translateY(-600px)" }],
        { duration: 6000, iterations: Infinity, direction: "alternate" })
      """;

  private ScreenBenchmark() {}

  /** Measures, and prints tables. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    PlenumServer server = PlenumServer.start(Map.of());
    try (BenchBrowser sharing = new BenchBrowser(Chromium.Trait.TABS);
        BenchBrowser watching = new BenchBrowser();
        BenchBrowser bare = new BenchBrowser()) {
      URI room = sharing.newDesktop(server.url("/"), "Screen");
      Page sharer = withoutDevices(sharing, room, "Sharer").newPage();
      Page tab = sharing.tab(TEXT);
      sharer.navigate(room.toString());
      sharer.locator("#stage-share").click();
      sharer.waitForFunction("() => document.getElementById('screen').dataset.state === 'sharing'");
      comeLate(watching, room);
      compare(watching, bare, room, sharer, tab);
    } finally {
      server.stop();
    }
  }

  private static BrowserContext withoutDevices(BenchBrowser browser, URI room, String name) {
    BrowserContext person = browser.person(room, name);
    person.addInitScript(
        "localStorage.setItem('plenum.devices', '{\"camera\":\"none\",\"microphone\":\"none\"}')");
    return person;
  }

  private static void comeLate(BenchBrowser watching, URI room) throws InterruptedException {
    Intervals entries =
        new Intervals()
            .tell("a still screen shown after navigation", "", "frameShown")
            .tell("a still screen shown after join-room was sent", "joinSent", "frameShown")
            .tell("- page: navigation to document", "", "documentCame")
            .tell("- page: document to join-room sent", "documentCame", "joinSent")
            .tell("- signal: join-room answered", "joinSent", "seated")
            .tell("- play: seat to offer posted", "seated", "playPosted")
            .tell("- play: offer answered", "playPosted", "playAnswered")
            .tell("- play: answer to connected", "playAnswered", "playConnected")
            .tell("- play: connected to first frame received", "playConnected", "frameReceived")
            .tell("- play: first frame received to shown", "frameReceived", "frameShown");
    BrowserContext newcomer = withoutDevices(watching, room, "Newcomer");
    Entries.measure(newcomer, room, "plenumMarks.frameShown", entries);
    Entries.print("late entries", watching.version(), entries);
  }

  private static void compare(
      BenchBrowser watching, BenchBrowser bare, URI room, Page sharer, Page tab)
      throws InterruptedException {
    Page plenum = withoutDevices(watching, room, "Viewer").newPage();
    plenum.navigate(room.toString());
    plenum.waitForFunction(
        "() => document.getElementById('screen-area').dataset.frames === 'true'");
    Object place =
        plenum
            .locator("#screen-video")
            .evaluate("v => { const { width, height } = v.style; return { width, height }; }");
    Page picture = withoutDevices(bare, room, "Picture").newPage();
    picture.navigate(room.resolve("/health/ready").toString());
    String id = room.getQuery().substring("id=".length());
    picture.evaluate(BenchBrowser.script("bare-screen.js"), Map.of("room", id, "place", place));
    System.out.printf(
        "%nA viewer's browser, CPU time in percent of one core, %d rounds of %d s%n",
        ROUNDS, SECONDS);
    System.out.println(
        "| what is shown | page | all processes | the page's own | frames a second | load average |");
    System.out.println("|---|---|---|---|---|---|");
    List<Viewer> viewers =
        List.of(
            new Viewer("Plenum's", watching, plenum),
            new Viewer("the picture only", bare, picture));
    measure("a still text, 5 frames a second", viewers);
    sharer.locator("#screen-mode input[value=motion]").check();
    tab.evaluate(SCROLL);
    measure("a scrolling text, 30 frames a second", viewers);
  }

  private static void measure(String what, List<Viewer> viewers) throws InterruptedException {
    Thread.sleep(SECONDS * 1000L);
    for (int round = 0; round < ROUNDS; round++) {
      for (Viewer viewer : viewers) {
        viewer.begin();
      }
      Thread.sleep(SECONDS * 1000L);
      for (Viewer viewer : viewers) {
        viewer.print(what);
      }
    }
  }

  /** Somebody's browser, which shows nothing else. */
  private static final class Viewer {

    private final String name;
    private final BenchBrowser browser;
    private final Page page;
    private BenchBrowser.Cpu cpu;
    private double frames;
    private long began;

    Viewer(String name, BenchBrowser browser, Page page) {
      this.name = name;
      this.browser = browser;
      this.page = page;
    }

    void begin() {
      began = System.nanoTime();
      cpu = browser.cpu();
      frames = frames();
    }

    void print(String what) {
      double seconds = (System.nanoTime() - began) / 1e9;
      BenchBrowser.Cpu used = browser.cpu().since(cpu);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %.1f | %.1f | %.1f | %.1f |%n",
          what,
          name,
          100 * used.all() / seconds,
          100 * used.renderers() / seconds,
          (frames() - frames) / seconds,
          MachineLoad.now());
    }

    private double frames() {
      Object shown =
          page.evaluate(
              "() => document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames");
      return ((Number) shown).doubleValue();
    }
  }
}
