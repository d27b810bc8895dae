package plenum.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import plenum.testing.Chromium;
import plenum.testing.FirewalledNetwork;

/**
 * Six people in one room, who all talk and are seen, behind a narrow link: six pages of one
 * Chromium, each with a profile of its own. Sound is not made better by the browser, which would
 * take it for noise.
 */
final class SmallMeeting implements AutoCloseable {

  private static final int PEOPLE = 6;
  private static final String CHOICES =
      """
      localStorage.setItem("plenum.devices", JSON.stringify({
        resolution: 720, echoCancellation: false, noiseSuppression: false, autoGainControl: false }));
      """;

  private final BenchBrowser browser;
  private final List<Page> pages = new ArrayList<>();

  SmallMeeting(FirewalledNetwork network, URI site, Path voice) {
    Playwright playwright = Chromium.playwright();
    Browser process =
        network.launch(
            playwright, List.of(site), List.of("--use-file-for-fake-audio-capture=" + voice));
    browser = new BenchBrowser(playwright, process);
  }

  /** Everybody comes, one after the other, and sees and hears all others. */
  void begin(URI site) {
    URI room = browser.newRoom(site, "Six");
    for (int i = 0; i < PEOPLE; i++) {
      var person = browser.person(site, "Person " + i);
      person.addInitScript(CHOICES);
      person.addInitScript(BenchBrowser.script("meeting-gaps.js"));
      pages.add(browser.enter(person, room));
    }
    pages.forEach(SmallMeeting::awaitOthers);
  }

  private static void awaitOthers(Page page) {
    page.waitForFunction(
        "async (others) => (await plenumStats()).received"
            + ".filter(({ framesDecoded }) => framesDecoded > 20).length === others",
        PEOPLE - 1);
  }

  /** Meets for so long, and tells how every stream arrived everywhere. */
  List<Arrival> meet(Duration time) throws InterruptedException {
    pages.forEach(page -> page.evaluate("plenumMeasure()"));
    Thread.sleep(time.toMillis());
    List<Arrival> all = new ArrayList<>();
    double late = 0;
    for (Page page : pages) {
      Map<?, ?> told = (Map<?, ?>) page.evaluate("plenumGaps()");
      late = Math.max(late, ((Number) told.get("late")).doubleValue());
      ((List<?>) told.get("streams")).forEach(one -> all.add(Arrival.of((Map<?, ?>) one)));
    }
    System.out.printf(Locale.ROOT, "pages themselves were late by %.0f ms at most%n", late);
    if (all.size() != 2 * PEOPLE * (PEOPLE - 1)) {
      throw new IllegalStateException("Not everybody saw and heard everybody: " + all.size());
    }
    return all;
  }

  String version() {
    return browser.version();
  }

  @Override
  public void close() {
    browser.close();
  }
}
