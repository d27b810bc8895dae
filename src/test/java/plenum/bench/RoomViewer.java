package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A real Chromium with one person in the room, who sends the fake camera's picture and looks. */
final class RoomViewer implements AutoCloseable {

  /** When nothing new has come for so long, everything has come. */
  private static final int STILL_MILLIS = 3000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration REST =
      Duration.ofSeconds(Integer.getInteger("plenum.bench.rest", 5));

  /** In milliseconds: from {@code join-room} to the first and to all, from the click to all. */
  record Coming(double first, double all, double opened) {}

  private final BenchBrowser browser;
  private final BrowserContext person;
  private final URI room;
  private Page page;

  /**
   * In this browser, which is closed with it.
   *
   * @param name which nobody has had on that site
   */
  RoomViewer(BenchBrowser browser, URI room, String name) {
    this.browser = browser;
    this.room = room;
    person = browser.person(room, name);
    person.addInitScript(
        "localStorage.setItem('plenum.devices', JSON.stringify({ resolution: 720 }))");
    person.addInitScript(BenchBrowser.script("room-viewer.js"));
    person.addInitScript(BenchBrowser.script("meeting-gaps.js"));
    page = newPage();
  }

  /** So large that it shows 25 people at once. */
  private Page newPage() {
    Page opened = person.newPage();
    opened.setViewportSize(1680, 1050);
    return opened;
  }

  /** How many pictures of others are to be seen. */
  int pictures() {
    return (int) number(tell("plenumSeen()"), "pictures");
  }

  String version() {
    return browser.version();
  }

  /** Comes into the room, again if it is there, and waits until nothing more comes. */
  Coming come() throws InterruptedException {
    page.close();
    page = newPage();
    page.navigate(room.toString());
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<?, ?> seen = tell("plenumSeen()");
    while (!hasAll(seen) && System.nanoTime() < end) {
      Thread.sleep(250);
      seen = tell("plenumSeen()");
    }
    if (!hasAll(seen)) {
      System.out.println("Not all pictures came in " + PATIENCE.toSeconds() + " s: " + seen);
    }
    Map<?, ?> arrival = tell("plenumArrival()");
    return new Coming(number(arrival, "first"), number(arrival, "all"), number(arrival, "opened"));
  }

  private static boolean hasAll(Map<?, ?> seen) {
    return number(seen, "pictures") > 0
        && number(seen, "waiting") == 0
        && number(seen, "still") > STILL_MILLIS;
  }

  /** Looks for so long. */
  RoomFigures look(Duration time, RoomSite site) throws IOException, InterruptedException {
    Thread.sleep(REST.toMillis());
    long served = site.cpuNanos();
    BenchBrowser.Cpu cpu = browser.cpu();
    Map<?, ?> before = tell("plenumFigures()");
    Thread.sleep(time.toMillis());
    Map<?, ?> after = tell("plenumFigures()");
    double used = browser.cpu().since(cpu).all();
    return RoomFigures.between(before, after, used, (site.cpuNanos() - served) / 1e9);
  }

  /** The lines of the largest picture in the page, 0 without any. */
  int lines() {
    return ((Number) evaluate("plenumLines()")).intValue();
  }

  /** What a script says in its page. */
  Object evaluate(String expression) {
    return page.evaluate(expression);
  }

  private Map<?, ?> tell(String expression) {
    return (Map<?, ?>) evaluate(expression);
  }

  private static double number(Map<?, ?> told, String name) {
    return told.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
  }

  @Override
  public void close() {
    browser.close();
  }
}
