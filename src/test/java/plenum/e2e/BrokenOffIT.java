package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import plenum.testing.Chromium;
import plenum.testing.PlenumServer;

/** A page of which a module does not come, as when the browser's network changes meanwhile. */
class BrokenOffIT {

  private static final URI ROOMS = PlenumServer.shared().url("/rooms");

  /** The page asks for its own module, and then for those which that one imports. */
  private static final Pattern IMPORTED =
      Pattern.compile("(?s)rel=\"modulepreload\".*?rel=\"modulepreload\" href=\"([^\"]+)\"");

  private static String imported(Page page) {
    Matcher address = IMPORTED.matcher(page.request().get(ROOMS.toString()).text());
    assertTrue(address.find());
    return ROOMS.resolve(address.group(1)).toString();
  }

  @Test
  void loadsItselfAgainUntilItIsWhole() {
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      AtomicInteger asked = new AtomicInteger();
      page.route(
          imported(page),
          route -> {
            if (asked.incrementAndGet() <= 2) {
              route.abort("connectionreset");
            } else {
              route.resume();
            }
          });
      page.navigate(ROOMS.toString());

      page.waitForFunction("() => 'running' in document.documentElement.dataset");
      page.waitForFunction("() => sessionStorage.getItem('plenum.again') === null");
      assertTrue(asked.get() >= 3, "it came at the third time: " + asked);
    }
  }

  @Test
  void givesUpWhereItNeverComes() {
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      AtomicInteger loads = new AtomicInteger();
      page.onLoad(loaded -> loads.incrementAndGet());
      page.route(imported(page), route -> route.abort("connectionreset"));
      page.navigate(ROOMS.toString());

      page.waitForCondition(() -> loads.get() == 4);
      assertEquals("3", page.evaluate("sessionStorage.getItem('plenum.again')"));
    }
  }

  /** A module that came without what it exports would be kept, and break the page for a year. */
  @Test
  void fetchesWhatCameDamagedAnew() {
    try (Playwright playwright = Chromium.playwright();
        Browser browser = Chromium.launch(playwright)) {
      Page page = browser.newPage();
      List<String> kinds = new CopyOnWriteArrayList<>();
      page.route(
          imported(page),
          route -> {
            kinds.add(route.request().resourceType());
            if (kinds.size() == 1) {
              route.fulfill(new Route.FulfillOptions().setContentType("text/javascript"));
            } else {
              route.resume();
            }
          });
      page.navigate(ROOMS.toString());

      page.waitForFunction("() => 'running' in document.documentElement.dataset");
      assertTrue(kinds.contains("fetch"), () -> "asked for as " + kinds);
    }
  }
}
