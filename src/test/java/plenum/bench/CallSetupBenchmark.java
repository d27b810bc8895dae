package plenum.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import plenum.testing.PlenumServer;

/**
 * How long it takes, in a real Chromium on loopback, from one person's click until it rings at the
 * other's, and from that one's click until each sees the other; and where the time goes.
 */
public final class CallSetupBenchmark {

  /** Nobody answers sooner, and a busy machine needs as long to get everything ready. */
  private static final int ANSWER_AFTER_MILLIS = 2000;

  /** Whoever asks a page meanwhile whether it is ready takes a part of what is measured. */
  private static final int LOOK_AFTER_MILLIS = 1500;

  private final Intervals ringing =
      new Intervals()
          .tell("click to the dialog", "clicked", "rang")
          .tell("click to the dialog painted", "clicked", "ringPainted");
  private final Intervals called =
      new Intervals()
          .tell("accept to the caller's first frame shown", "accepted", "frameShown")
          .tell("- accept to the other page", "accepted", "navigated")
          .tell("- accept to welcome", "accepted", "welcomed")
          .tell("- page: welcome to join-room sent", "welcomed", "joinSent")
          .tell("- signal: join-room answered", "joinSent", "seated")
          .tell("- play: seat to offer posted", "seated", "playPosted")
          .tell("- play: offer answered", "playPosted", "playAnswered")
          .tell("- play: answer to path (ICE)", "playAnswered", "playPath")
          .tell("- play: path to connected (DTLS)", "playPath", "playConnected")
          .tell("- play: connected to first frame received", "playConnected", "frameReceived")
          .tell("- play: first frame received to shown", "frameReceived", "frameShown")
          .tell("- devices: page to open", "navigated", "devicesOpen")
          .tell("- publish: welcome to offer posted", "welcomed", "publishPosted")
          .tell("- publish: offer posted to connected", "publishPosted", "publishConnected")
          .tell("- accept to publisher connected", "accepted", "publishConnected");
  private final Intervals calling =
      new Intervals()
          .tell("accept to the called one's first frame shown", "accepted", "frameShown")
          .tell("- accept to the seat of the called one", "accepted", "otherSeated")
          .tell("- play: accept to offer posted", "accepted", "playPosted")
          .tell("- play: offer answered", "playPosted", "playAnswered")
          .tell("- play: answer to connected", "playAnswered", "playConnected")
          .tell("- play: connected to first frame received", "playConnected", "frameReceived")
          .tell("- play: first frame received to shown", "frameReceived", "frameShown");

  private CallSetupBenchmark() {}

  /** Measures, and prints medians, the fastest and the slowest. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MachineLoad.awaitQuiet();
    PlenumServer server = PlenumServer.start(Map.of());
    CallSetupBenchmark benchmark = new CallSetupBenchmark();
    try (BenchBrowser browser = new BenchBrowser()) {
      URI site = server.url("/people");
      benchmark.run(person(browser, site, "Ada"), person(browser, site, "Bob"));
      System.out.printf(
          Locale.ROOT,
          "Chromium %s, %d calls after %d, load average %.1f%n",
          browser.version(),
          benchmark.called.size(),
          Entries.WARM_UP,
          MachineLoad.now());
      benchmark.ringing.print();
      benchmark.called.print();
      benchmark.calling.print();
    } finally {
      server.stop();
    }
  }

  private static Page person(BenchBrowser browser, URI site, String name) {
    BrowserContext person = browser.person(site, name);
    person.addInitScript(
        "localStorage.setItem('plenum.devices', JSON.stringify({ resolution: 360 }))");
    person.addInitScript(BenchBrowser.script("first-frame.js"));
    person.addInitScript(BenchBrowser.script("call-setup.js"));
    Page page = person.newPage();
    page.navigate(site.toString());
    return page;
  }

  private void run(Page ada, Page bob) throws InterruptedException {
    for (int i = 0; i < Entries.WARM_UP + Entries.COUNT; i++) {
      ada.locator("[data-testid=person-card] button:enabled:visible").click();
      Locator accept = bob.locator("[data-testid=ring] .ring__button--yes").last();
      accept.waitFor();
      Thread.sleep(ANSWER_AFTER_MILLIS);
      accept.click();
      Thread.sleep(LOOK_AFTER_MILLIS);
      for (Page page : new Page[] {ada, bob}) {
        page.waitForFunction("() => plenumMarks.frameShown");
      }
      if (i >= Entries.WARM_UP) {
        keep(marks(ada), marks(bob));
      }
      bob.locator("#leave").click();
      for (Page page : new Page[] {ada, bob}) {
        page.waitForURL("**/people");
        page.evaluate("plenumForget()");
      }
      Thread.sleep(ANSWER_AFTER_MILLIS);
    }
  }

  private static Map<?, ?> marks(Page page) {
    return (Map<?, ?>) page.evaluate("plenumCall()");
  }

  /** The click of one is a mark for the other: it is the same clock. */
  private void keep(Map<?, ?> ada, Map<?, ?> bob) {
    ringing.add(with(bob, "clicked", ada));
    called.add(bob);
    calling.add(with(with(ada, "accepted", bob), "otherSeated", "seated", bob));
  }

  private static Map<Object, Object> with(Map<?, ?> marks, String name, Map<?, ?> other) {
    return with(marks, name, name, other);
  }

  private static Map<Object, Object> with(
      Map<?, ?> marks, String name, String otherName, Map<?, ?> other) {
    Map<Object, Object> both = new LinkedHashMap<>(marks);
    both.put(name, other.get(otherName));
    return both;
  }
}
