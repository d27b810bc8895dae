package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes, in a real Chromium on loopback, to enter a room where somebody publishes:
 * until the first picture of the other is on the page, and until the own stream is connected; and
 * where the time goes. Beside it a bare page that plays the same stream by WHEP.
 */
public final class FirstFrameBenchmark {

  private static final String ALL = "plenumMarks.frameShown && plenumMarks.publishConnected";

  private final String build;
  private final BenchBrowser browser;
  private final URI room;
  private final Page page;
  private final Page without;
  private final Page picture;
  private final Intervals entries = intervals();
  private final Intervals silent = intervals();
  private final Intervals bare = bareIntervals();

  private FirstFrameBenchmark(BenchBrowser browser, RoomSite site) {
    this.build = site.name();
    this.browser = browser;
    this.room = browser.newRoom(site.server().origin().resolve("/"), "First frame");
    browser.enter(browser.person(room, "Publisher"), room, 360);
    this.page = page("Newcomer", "{}");
    this.without = page("Viewer", "{\"camera\":\"none\",\"microphone\":\"none\"}");
    this.picture = browser.person(room, "Bare").newPage();
  }

  /** What is told, as the time from one mark of {@code first-frame.js} to another. */
  private static Intervals intervals() {
    return new Intervals()
        .tell("first frame shown after join-room was sent", "joinSent", "frameShown")
        .tell("first frame shown after navigation", "", "frameShown")
        .tell("publisher connected after it began", "publishBegan", "publishConnected")
        .tell("publisher connected after its offer was posted", "publishPosted", "publishConnected")
        .tell("publisher connected after navigation", "", "publishConnected")
        .tell("- page: navigation to document", "", "documentCame")
        .tell("- page: document to socket asked for", "documentCame", "scriptsRan")
        .tell("- signal: socket open", "scriptsRan", "socketOpen")
        .tell("- signal: welcome", "socketOpen", "welcomed")
        .tell("- page: welcome to join-room sent", "welcomed", "joinSent")
        .tell("- signal: join-room answered", "joinSent", "seated")
        .tell("- play: seat to connection made", "seated", "playBegan")
        .tell("- play: connection made to ticket", "playBegan", "playTicket")
        .tell("- play: connection made to offer posted", "playBegan", "playPosted")
        .tell("- play: offer answered", "playPosted", "playAnswered")
        .tell("- play: answer to path (ICE)", "playAnswered", "playPath")
        .tell("- play: path to connected (DTLS)", "playPath", "playConnected")
        .tell("- play: connected to first frame received", "playConnected", "frameReceived")
        .tell("- play: first frame received to shown", "frameReceived", "frameShown")
        .tell("- first frame: key frames asked for (no time)", "", "pliCount")
        .tell("- first frame: packets until it was shown (no time)", "", "packetsReceived")
        .tell("- first frame: packets lost (no time)", "", "packetsLost")
        .tell("- first frame: lines (no time)", "", "frameHeight")
        .tell("- devices: asked to open", "devicesAsked", "devicesOpen")
        .tell("- publish: seat to connection made", "seated", "publishBegan")
        .tell("- publish: connection made to ticket", "publishBegan", "publishTicket")
        .tell("- publish: connection made to offer posted", "publishBegan", "publishPosted")
        .tell("- publish: offer answered", "publishPosted", "publishAnswered")
        .tell("- publish: answer to path (ICE)", "publishAnswered", "publishPath")
        .tell("- publish: path to connected (DTLS)", "publishPath", "publishConnected");
  }

  private static Intervals bareIntervals() {
    return new Intervals()
        .tell("first frame shown by a bare page", "", "shown")
        .tell("- offer posted", "", "posted")
        .tell("- offer answered", "posted", "answered")
        .tell("- answer to connected", "answered", "connected")
        .tell("- connected to first frame received", "connected", "received")
        .tell("- first frame received to shown", "received", "shown")
        .tell("- key frames asked for (no time)", "", "pliCount");
  }

  /** Measures, and prints medians and the slowest; with {@code bench.before} in turns with that. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    List<RoomSite> sites = new ArrayList<>();
    try (BenchBrowser browser = new BenchBrowser()) {
      String before = System.getProperty("bench.before", "");
      if (before.isBlank()) {
        System.out.println("Skipped: the build before, because -Dbench.before names no WAR.");
      } else {
        sites.add(RoomSite.engine("before", Path.of(before)));
      }
      sites.add(RoomSite.engine("now", MeasuredServer.plenum()));
      measure(sites.stream().map(site -> new FirstFrameBenchmark(browser, site)).toList());
    } finally {
      sites.forEach(RoomSite::close);
    }
  }

  private static void measure(List<FirstFrameBenchmark> builds) throws InterruptedException {
    for (int i = 0; i < Entries.WARM_UP + Entries.COUNT; i++) {
      for (FirstFrameBenchmark build : builds) {
        build.turn(i >= Entries.WARM_UP);
      }
    }
    builds.forEach(FirstFrameBenchmark::print);
  }

  private Page page(String name, String devices) {
    BrowserContext person = browser.person(room, name);
    person.addInitScript(BenchBrowser.script("first-frame.js"));
    person.addInitScript("localStorage.setItem('plenum.devices', '" + devices + "')");
    return person.newPage();
  }

  /** The pages take turns. */
  private void turn(boolean counts) throws InterruptedException {
    Object own = Entries.enter(page, room, ALL);
    Object others = Entries.enter(without, room, "plenumMarks.frameShown");
    Object played = play();
    if (counts) {
      entries.add(own);
      silent.add(others);
      bare.add(played);
    }
  }

  private Object play() throws InterruptedException {
    picture.navigate(room.resolve("/health/ready").toString());
    String id = room.getQuery().substring("id=".length());
    Object marks = picture.evaluate(BenchBrowser.script("bare-whep.js"), id);
    picture.navigate("about:blank");
    Thread.sleep(Entries.PAUSE_MILLIS);
    return marks;
  }

  private void print() {
    System.out.printf("%nBuild: %s%n", build);
    Entries.print("entries with camera and microphone", browser.version(), entries);
    Entries.print("entries without devices", browser.version(), silent);
    Entries.print("times by a bare page", browser.version(), bare);
    double least = bare.median("", "shown");
    System.out.printf(
        Locale.ROOT,
        "%s: the first frame after join-room takes %.2f times as long as by a bare page, %.2f"
            + " without devices.%n",
        build,
        entries.median("joinSent", "frameShown") / least,
        silent.median("joinSent", "frameShown") / least);
  }
}
