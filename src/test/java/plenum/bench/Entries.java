package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Locale;

/** Somebody who enters a room again and again, and what {@code first-frame.js} notes meanwhile. */
final class Entries {

  static final int WARM_UP = Integer.getInteger("plenum.bench.entries.warm-up", 5);
  static final int COUNT = Integer.getInteger("plenum.bench.entries", 15);

  static final int PAUSE_MILLIS = 1500;

  private Entries() {}

  /**
   * Adds the marks of each entry after those that warm up, and leaves the room between them.
   *
   * @param complete the condition, on {@code plenumMarks}, for having entered
   */
  static void measure(BrowserContext person, URI room, String complete, Intervals intervals)
      throws InterruptedException {
    person.addInitScript(BenchBrowser.script("first-frame.js"));
    Page page = person.newPage();
    for (int i = 0; i < WARM_UP + COUNT; i++) {
      Object marks = enter(page, room, complete);
      if (i >= WARM_UP) {
        intervals.add(marks);
      }
    }
    page.close();
  }

  /** Enters once, by a page that begins with {@code first-frame.js}, and leaves; the marks. */
  static Object enter(Page page, URI room, String complete) throws InterruptedException {
    page.navigate(room.toString());
    page.waitForFunction("() => " + complete);
    Object marks = page.evaluate("() => plenumMarks");
    page.navigate("about:blank");
    Thread.sleep(PAUSE_MILLIS);
    return marks;
  }

  /** Prints the intervals, and how they were measured. */
  static void print(String what, String chromium, Intervals intervals) {
    System.out.printf(
        Locale.ROOT,
        "Chromium %s, %d %s after %d, load average %.1f%n",
        chromium,
        intervals.size(),
        what,
        WARM_UP,
        MachineLoad.now());
    intervals.print();
  }
}
